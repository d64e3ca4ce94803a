<?xml version="1.0" encoding="UTF-8"?>
<!-- Page: the frame of every file of the book; the names of the files. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    xmlns="http://www.w3.org/1999/xhtml"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:e="urn:x-octavo:edition"
    xmlns:ep="urn:x-octavo:epub"
    xmlns:epub="http://www.idpf.org/2007/ops"
    xmlns:f="urn:x-octavo:functions"
    xmlns:fp="urn:x-octavo:functions-private"
    xmlns:mp="urn:x-octavo:modes-private"
    xmlns:tp="urn:x-octavo:slots-private"
    xmlns:v="urn:x-octavo:variables">

  <xsl:output name="fp:page" method="xhtml" html-version="5" encoding="UTF-8" indent="no"
      omit-xml-declaration="no" include-content-type="no" normalization-form="none"/>

  <!-- Called as for the web; a book has no navigation beside its text. -->
  <xsl:template name="tp:page" as="element()">
    <xsl:param name="title" as="xs:string"/>
    <xsl:param name="kind" as="xs:string"/>
    <xsl:param name="main" as="node()*" select="()"/>
    <xsl:param name="subject" as="node()?" select="()"/>
    <xsl:param name="contents" as="element()*" select="()"/>
    <xsl:param name="links" as="element()*" select="()"/>
    <xsl:param name="current" as="xs:string" select="''"/>
    <xsl:variable name="tag" as="xs:string" select="(f:tag($language), 'en')[1]"/>
    <html lang="{$tag}" xml:lang="{$tag}" dir="{f:direction($tag)}">
      <head>
        <title>{$title}</title>
        <xsl:for-each select="$resources//e:resource[@type = 'text/css']">
          <link rel="stylesheet" type="text/css" href="{@href}"/>
        </xsl:for-each>
        <xsl:sequence select="$subject ! fp:style-of-source(root(.))"/>
      </head>
      <body class="{$kind}">
        <xsl:sequence select="ep:type-of-page($kind)"/>
        <xsl:sequence select="$main"/>
        <xsl:apply-templates select="$subject/self::e:extracts" mode="mp:main"/>
      </body>
    </html>
  </xsl:template>

  <!-- What readers are told of the kind of a page. -->
  <xsl:function name="ep:type-of-page" as="attribute()?">
    <xsl:param name="kind" as="xs:string"/>
    <xsl:if test="$kind = ('cover', 'titlepage', 'frontmatter', 'bodymatter', 'backmatter')">
      <xsl:attribute name="epub:type" select="$kind"/>
    </xsl:if>
  </xsl:function>

  <!-- The looks that the header of the source gives to elements. -->
  <xsl:function name="fp:style-of-source" as="element()?">
    <xsl:param name="root" as="node()"/>
    <xsl:where-populated>
      <style>{fp:rules-of-source($root)}</style>
    </xsl:where-populated>
  </xsl:function>

  <!-- The name of the file of a page, as in the web edition but for its ending. -->
  <xsl:function name="f:file" as="xs:string" visibility="public">
    <xsl:param name="page" as="element()"/>
    <xsl:sequence select="
        if ($page[self::text][not(ancestor::text)]) then $document || '.xhtml'
        else $document || '-' || replace(f:id($page), '[^A-Za-z0-9_.-]', '_') || '.xhtml'"/>
  </xsl:function>

  <xsl:variable name="v:register-files" as="map(xs:string, xs:string)" select="map{
      'person': 'persons.xhtml', 'place': 'places.xhtml', 'org': 'organisations.xhtml',
      'bibl': 'works.xhtml', 'event': 'events.xhtml'}"/>
</xsl:stylesheet>
