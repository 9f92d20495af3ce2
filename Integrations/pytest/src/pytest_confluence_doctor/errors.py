"""What goes wrong around a site, in words for whoever wrote the test."""


class ConfluenceDoctorError(Exception):
    """The command is missing, a site does not start, or the site's administrator was asked for nonsense."""
