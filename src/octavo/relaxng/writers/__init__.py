"""Write a schema in the XML syntax or the compact syntax."""
