<?xml version="1.0" encoding="UTF-8"?>
<!-- Accessibility: what readers with other senses may expect, told by the files.

     Nothing is claimed that the finished files do not show: descriptions count only if
     every image has one, page numbers only if the page list has entries. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xpath-default-namespace="http://www.w3.org/1999/xhtml"
    xmlns="http://www.idpf.org/2007/opf"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:e="urn:x-octavo:edition"
    xmlns:ep="urn:x-octavo:epub"
    xmlns:f="urn:x-octavo:functions"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:math="http://www.w3.org/1998/Math/MathML">

  <xsl:template name="ep:accessibility" as="element()*">
    <xsl:param name="book" as="document-node()"/>
    <xsl:param name="source" as="xs:string?"/>
    <xsl:variable name="images" select="$book//img" as="element()*"/>
    <xsl:variable name="pictures" select="$images[not(@role = 'doc-cover')]" as="element()*"/>
    <xsl:variable name="described" as="xs:boolean"
        select="every $image in $images satisfies normalize-space($image/@alt) != ''"/>
    <xsl:variable name="pages" select="exists($book//span[@data-page])" as="xs:boolean"/>
    <xsl:variable name="facts" as="map(xs:string, item()*)" select="map{
        'accessMode': ('textual', 'visual'[exists($images)]),
        'accessModeSufficient': ('textual'[$described], 'textual,visual'[exists($images)]),
        'accessibilityFeature': ('ARIA', 'alternativeText'[exists($images) and $described],
            'displayTransformability', 'index'[$book/*/e:file/@kind = 'register'],
            'MathML'[$book//math:*], ('pageBreakMarkers', 'pageNavigation')[$pages],
            'readingOrder', 'structuralNavigation', 'tableOfContents'),
        'accessibilityHazard': 'none',
        'accessibilitySummary': string-join((f:label('access-text'),
            f:label('access-described')[exists($pictures) and $described],
            f:label('access-undescribed')[not($described)], f:label('access-pages')[$pages]), ' ')}"/>
    <xsl:for-each select="sort(map:keys($facts))">
      <xsl:variable name="property" select="." as="xs:string"/>
      <xsl:for-each select="$facts($property)">
        <meta property="schema:{$property}">{.}</meta>
      </xsl:for-each>
    </xsl:for-each>
    <xsl:if test="$pages">
      <meta property="pageBreakSource">{($source, 'unknown')[1]}</meta>
    </xsl:if>
    <xsl:if test="$described">
      <xsl:call-template name="ep:conformance"/>
    </xsl:if>
  </xsl:template>

  <!-- Who publishes the book answers for it; a book without publisher claims nothing. -->
  <xsl:template name="ep:conformance" as="element()*">
    <xsl:for-each select="$edition/*/@publisher[. != '']">
      <meta property="dcterms:conformsTo" id="conformance">
        <xsl:text>EPUB Accessibility 1.1 - WCAG 2.1 Level AA</xsl:text>
      </meta>
      <meta property="a11y:certifiedBy" refines="#conformance">{.}</meta>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
