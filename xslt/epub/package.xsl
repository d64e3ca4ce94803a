<?xml version="1.0" encoding="UTF-8"?>
<!-- Package: the document that describes the book, lists its files and their order. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xpath-default-namespace="http://www.w3.org/1999/xhtml"
    xmlns="http://www.idpf.org/2007/opf"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:dc="http://purl.org/dc/elements/1.1/"
    xmlns:e="urn:x-octavo:edition"
    xmlns:ep="urn:x-octavo:epub"
    xmlns:f="urn:x-octavo:functions"
    xmlns:math="http://www.w3.org/1998/Math/MathML">

  <xsl:template name="ep:package" as="element()">
    <xsl:param name="book" as="document-node()"/>
    <xsl:variable name="metadata" as="element()*">
      <xsl:call-template name="ep:metadata"/>
    </xsl:variable>
    <package version="3.0" unique-identifier="book-id" xml:lang="{$language}"
        prefix="a11y: http://www.idpf.org/epub/vocab/package/a11y/#">
      <xsl:namespace name="dc" select="'http://purl.org/dc/elements/1.1/'"/>
      <metadata>
        <xsl:sequence select="$metadata"/>
        <xsl:call-template name="ep:accessibility">
          <xsl:with-param name="book" select="$book"/>
          <xsl:with-param name="source" select="$metadata/self::dc:source ! string()"/>
        </xsl:call-template>
      </metadata>
      <manifest>
        <xsl:sequence select="$book/*/e:file ! ep:item(.), ep:resource-items()"/>
      </manifest>
      <spine>
        <xsl:attribute name="page-progression-direction"
            select="f:direction(ep:book-language(.))"/>
        <xsl:for-each select="$book/*/e:file">
          <itemref idref="{ep:item-id(@name)}"/>
        </xsl:for-each>
      </spine>
    </package>
  </xsl:template>

  <xsl:function name="ep:item" as="element()">
    <xsl:param name="file" as="element()"/>
    <xsl:variable name="properties" as="xs:string*" select="
        'mathml'[$file//math:*], 'nav'[$file/@kind = 'toc'],
        'svg'[$file//*:svg]"/>
    <item id="{ep:item-id($file/@name)}" href="{$file/@name}" media-type="application/xhtml+xml">
      <xsl:if test="exists($properties)">
        <xsl:attribute name="properties" select="$properties"/>
      </xsl:if>
    </item>
  </xsl:function>

  <!-- Two addresses in the text may mean one file. -->
  <xsl:function name="ep:resource-items" as="element()*">
    <xsl:for-each-group select="$resources//e:resource" group-by="@href">
      <item id="{ep:item-id(@href)}" href="{@href}" media-type="{@type}">
        <xsl:if test="current-group()/@cover = 'true'">
          <xsl:attribute name="properties" select="'cover-image'"/>
        </xsl:if>
      </item>
    </xsl:for-each-group>
  </xsl:function>

  <!-- An id made of an address: every letter that an id may not hold by its number. -->
  <xsl:function name="ep:item-id" as="xs:string">
    <xsl:param name="address" as="xs:string"/>
    <xsl:sequence select="
        'f-' || string-join(string-to-codepoints($address) ! (
          if (matches(codepoints-to-string(.), '[A-Za-z0-9.-]')) then codepoints-to-string(.)
          else '_' || .))"/>
  </xsl:function>
</xsl:stylesheet>
