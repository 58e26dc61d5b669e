"""The windows that ask or tell something; texts that are data are shown as plain text."""
