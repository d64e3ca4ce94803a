<?xml version="1.0" encoding="UTF-8"?>
<!-- A house style that says something. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:template match="hi" as="element()*"><xsl:message>ink</xsl:message><xsl:next-match/></xsl:template>
</xsl:stylesheet>
