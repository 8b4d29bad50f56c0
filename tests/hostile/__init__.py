"""What strangers may send: payloads as data, and how they are laid into a repository."""
