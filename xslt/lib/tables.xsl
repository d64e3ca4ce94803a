<?xml version="1.0" encoding="UTF-8"?>
<!-- Tables: which cells hold numbers. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:x-octavo:functions"
    xmlns:fp="urn:x-octavo:functions-private">

  <!-- Numbers stand to the right, and so do the labels above them. -->
  <xsl:function name="f:is-numeric" as="xs:boolean" visibility="public">
    <xsl:param name="cell" as="element()"/>
    <xsl:sequence select="
        matches(normalize-space(fp:model-cell($cell)), '^[\d.,–%+ −-]+$')"/>
  </xsl:function>
  <xsl:function name="fp:model-cell" as="element()">
    <xsl:param name="cell" as="element()"/>
    <xsl:variable name="row" select="$cell/parent::row[@role = 'label']" as="element(row)?"/>
    <xsl:variable name="below" as="element(row)?" select="
        $row/following-sibling::row[not(@role = 'label')][1][count(cell) = count($row/cell)]"/>
    <xsl:sequence select="
        ($below/cell[1 + count($cell/preceding-sibling::cell)], $cell)[1]"/>
  </xsl:function>
</xsl:stylesheet>
