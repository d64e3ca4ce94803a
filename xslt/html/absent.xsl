<?xml version="1.0" encoding="UTF-8"?>
<!-- Absent: what a plain text has not: facsimile, letters, parallel texts, drawings.

     rich.xsl has the rules; without them the engine is ready sooner. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:fp="urn:x-octavo:functions-private"
    xmlns:tp="urn:x-octavo:slots-private">

  <xsl:template name="tp:facsimiles" as="empty-sequence()"/>
  <xsl:template name="tp:units" as="element()*"/>
  <xsl:template name="tp:correspondence" as="element()*"/>
  <xsl:template name="tp:parallels" as="empty-sequence()"/>
  <xsl:template name="tp:calendar" as="empty-sequence()"/>
  <xsl:template name="tp:drawings" as="empty-sequence()"/>

  <!-- What the text of a witness says of an entry that does not name it. -->
  <xsl:function name="fp:unrecorded" as="element()?">
    <xsl:param name="entry" as="element()"/>
    <xsl:sequence select="()"/>
  </xsl:function>

  <!-- The way from a page to its facsimile, and to the texts beside it. -->
  <xsl:function name="fp:scan-link" as="element()?">
    <xsl:param name="nodes" as="node()*"/>
    <xsl:sequence select="()"/>
  </xsl:function>
  <xsl:function name="fp:parallel-links" as="element()*">
    <xsl:param name="file" as="xs:string"/>
    <xsl:param name="nodes" as="node()*"/>
    <xsl:sequence select="()"/>
  </xsl:function>
</xsl:stylesheet>
