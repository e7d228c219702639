"""What the quality of a file or a workspace is judged by: its tables as they are, their columns, their dates."""
