// This module is about to be filled.
