<?xml version="1.0" encoding="UTF-8"?>
<!-- Absent: what a plain text has not: facsimile, letters, parallel texts, drawings; and what
     `without` leaves out of html.xsl: readings, registers, looks, languages.

     rich.xsl and html.xsl have the rules; without them the engine is ready sooner. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:x-octavo:functions"
    xmlns:fp="urn:x-octavo:functions-private"
    xmlns:tp="urn:x-octavo:slots-private">

  <xsl:template name="tp:facsimiles" as="empty-sequence()"/>
  <xsl:template name="tp:units" as="element()*"/>
  <xsl:template name="tp:correspondence" as="element()*"/>
  <xsl:template name="tp:parallels" as="empty-sequence()"/>
  <xsl:template name="tp:calendar" as="empty-sequence()"/>
  <xsl:template name="tp:drawings" as="empty-sequence()"/>
  <xsl:template name="tp:witnesses" as="empty-sequence()"/>
  <xsl:template name="tp:apparatus" as="element()*">
    <xsl:param name="nodes" as="node()*"/>
  </xsl:template>
  <xsl:template name="tp:register" as="element()*">
    <xsl:param name="entries" as="element()+"/>
    <xsl:param name="extracts" as="document-node()"/>
  </xsl:template>

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

  <!-- What the source says of the looks of elements. -->
  <xsl:function name="fp:looks-of-source" as="element()?">
    <xsl:param name="root" as="node()"/>
    <xsl:sequence select="()"/>
  </xsl:function>

  <xsl:function name="fp:rules-of-source" as="xs:string">
    <xsl:param name="root" as="node()"/>
    <xsl:sequence select="''"/>
  </xsl:function>

  <!-- The way to the same page with other labels. -->
  <xsl:function name="fp:language-switch" as="element()?">
    <xsl:param name="file" as="xs:string"/>
    <xsl:sequence select="()"/>
  </xsl:function>
  <xsl:function name="fp:language-links" as="element()*">
    <xsl:param name="file" as="xs:string"/>
    <xsl:sequence select="()"/>
  </xsl:function>

  <!-- The name of a witness, and the page of all; no view asks where there are none. -->
  <xsl:function name="f:siglum" as="xs:string" visibility="public">
    <xsl:param name="id" as="xs:string"/>
    <xsl:param name="root" as="node()"/>
    <xsl:sequence select="$id"/>
  </xsl:function>
  <xsl:function name="fp:witness-file" as="xs:string">
    <xsl:param name="root" as="node()"/>
    <xsl:sequence select="''"/>
  </xsl:function>
</xsl:stylesheet>
