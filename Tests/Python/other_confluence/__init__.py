"""A Confluence written from what others have measured and Atlassian documents; it shares nothing with the simulator."""
