"""What laws ask for, as regular expressions of targets."""

LIST = r"/rest/api/content\?type=page&limit=2"
PAGE = r"/rest/api/content/\d+(\?|$)"
MISSING = r"/999999999999999$"
PAGES = r"/api/v2/pages\?limit=2"
CURRENT = r"/rest/api/user/current"
NOSPACE = r"/rest/api/space/DOCTORNOSPACE"
