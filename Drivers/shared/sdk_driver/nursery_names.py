"""The words by which a nursery and those who bring it sessions understand each other."""

# The variable with the process id of the run: its drivers may keep one nursery for as long as it lives.
OWNER = "CONFLUENCE_DOCTOR_NURSERY"

# On the command line: this process is to be the nursery; this session needs what only index tools import.
NURSERY = "--nursery"
INDEX = "--index"

# What the nursery answers once a session has a child of its own; until then the session can be served elsewhere.
TAKEN = b"+"
# How many bytes tell the length of what follows, and how the child ended.
LENGTH = 8
STATUS = 4
