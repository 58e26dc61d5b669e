"""The rules by what they are about; each module declares its own rows of the table."""
