"""The parts of a Word document, each as the XML that it is stored as."""
