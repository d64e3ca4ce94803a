<?xml version="1.0" encoding="UTF-8"?>
<!-- Export: the whole text in one document of XHTML, for outputs that are not pages.

     Made by the rules of the web edition, with notes in one plain form: a call is a link
     with the role doc-noteref, a note a div with the role doc-footnote. What the rules
     add to the words of the text has the class gen. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    xmlns="http://www.w3.org/1999/xhtml"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:dc="http://purl.org/dc/elements/1.1/"
    xmlns:ep="urn:x-octavo:epub"
    xmlns:f="urn:x-octavo:functions"
    xmlns:m="urn:x-octavo:modes"
    xmlns:tp="urn:x-octavo:slots-private"
    xmlns:v="urn:x-octavo:variables">
  <xsl:import href="html.xsl"/>
  <xsl:include href="epub/metadata.xsl"/>
  <xsl:include href="epub/notes.xsl"/>
  <xsl:include href="epub/people.xsl"/>

  <!-- What names the text for good if its header gives no ISBN, URN or DOI. -->
  <xsl:param name="identifier" as="xs:string" select="''"/>

  <xsl:template match="*" mode="m:start" as="element()">
    <html lang="{ep:book-language(.)}">
      <head>
        <title>{f:book-title(root(.))}</title>
        <xsl:call-template name="tp:facts"/>
      </head>
      <body>
        <xsl:call-template name="tp:text">
          <xsl:with-param name="nodes" select=".//text[not(ancestor::text)]"/>
          <xsl:with-param name="title" select="f:book-title(root(.))"/>
        </xsl:call-template>
      </body>
    </html>
  </xsl:template>

  <!-- What describes the text, by the names of Dublin Core. -->
  <xsl:template name="tp:facts" as="element()*">
    <xsl:variable name="metadata" as="element()*">
      <xsl:call-template name="ep:publication">
        <xsl:with-param name="file" select="teiHeader/fileDesc"/>
      </xsl:call-template>
    </xsl:variable>
    <xsl:for-each select="ep:people(.)">
      <meta name="{?role}" content="{?name}"/>
    </xsl:for-each>
    <xsl:for-each select="$metadata/self::dc:*">
      <meta name="{local-name()}" content="{.}"/>
    </xsl:for-each>
    <xsl:for-each select="ep:identifiers(teiHeader/fileDesc)[.]">
      <meta name="identifier" content="{.}"/>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
