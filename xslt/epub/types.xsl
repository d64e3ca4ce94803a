<?xml version="1.0" encoding="UTF-8"?>
<!-- Types: what a division is, in the words of EPUB and of ARIA for publications. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ep="urn:x-octavo:epub"
    xmlns:epub="http://www.idpf.org/2007/ops"
    xmlns:f="urn:x-octavo:functions"
    xmlns:m="urn:x-octavo:modes">

  <!-- Types of divisions that have a role of the same name. -->
  <xsl:variable name="ep:with-role" as="xs:string+" select="
      'acknowledgments', 'afterword', 'appendix', 'bibliography', 'chapter', 'colophon',
      'conclusion', 'credits', 'dedication', 'epilogue', 'foreword', 'glossary', 'index',
      'introduction', 'part', 'preface', 'prologue'"/>
  <!-- Other words encoders use for them, and types without a role. -->
  <xsl:variable name="ep:other-types" as="map(xs:string, xs:string)" select="map{
      'acknowledgements': 'acknowledgments', 'acknowledgement': 'acknowledgments',
      'postface': 'afterword', 'avantpropos': 'foreword', 'avant-propos': 'foreword',
      'vorwort': 'preface', 'copyright': 'copyright-page', 'imprint': 'imprint',
      'halftitle': 'halftitlepage', 'half-title': 'halftitlepage', 'volume': 'volume'}"/>

  <xsl:template match="div | div1 | div2 | div3" mode="m:attributes" as="attribute()*">
    <xsl:next-match/>
    <xsl:variable name="type" as="xs:string?" select="ep:type(.)"/>
    <xsl:if test="exists($type)">
      <xsl:attribute name="epub:type" select="$type"/>
      <xsl:if test="$type = $ep:with-role">
        <xsl:attribute name="role" select="'doc-' || $type"/>
        <xsl:attribute name="aria-label" select="f:title(.)"/>
      </xsl:if>
    </xsl:if>
  </xsl:template>
  <xsl:template match="titlePage" mode="m:attributes" as="attribute()*">
    <xsl:next-match/>
    <xsl:attribute name="epub:type" select="'titlepage'"/>
  </xsl:template>

  <!-- A poem or letter has no type; an index of the source is text, not a tool. -->
  <xsl:function name="ep:type" as="xs:string?">
    <xsl:param name="division" as="element()"/>
    <xsl:variable name="type" select="lower-case($division/@type)" as="xs:string"/>
    <xsl:sequence select="
        ($ep:other-types($type), $type[. = $ep:with-role][. != 'index'])[1]"/>
  </xsl:function>
</xsl:stylesheet>
