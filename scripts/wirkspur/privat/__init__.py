"""What is private in a text: where names, numbers and addresses of people stand, and how surely."""
