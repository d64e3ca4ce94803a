<?xml version="1.0" encoding="UTF-8"?>
<!-- Linking: page breaks of the source, which the page list leads to. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    xmlns="http://www.w3.org/1999/xhtml"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:epub="http://www.idpf.org/2007/ops"
    xmlns:f="urn:x-octavo:functions">

  <!-- A break between rows or items stands in a frame of its own, as any phrase there. -->
  <xsl:template match="pb" as="element()">
    <span class="pb" id="{f:id(.)}" epub:type="pagebreak" role="doc-pagebreak"
        aria-label="{if (@n) then f:phrase('page-n', @n) else f:label('page-break')}">
      <xsl:for-each select="@n">
        <xsl:attribute name="data-page" select="normalize-space(.)"/>
      </xsl:for-each>
    </span>
  </xsl:template>
  <xsl:template match="pb[parent::table]" as="element()" priority="2">
    <div class="beside-table">
      <span class="pb" id="{f:id(.)}" epub:type="pagebreak" role="doc-pagebreak"
          aria-label="{f:phrase('page-n', string(@n))}"/>
    </div>
  </xsl:template>

  <!-- Without script a frame cannot scroll; a wide table is cut into lines. -->
  <xsl:template match="table" as="element()">
    <xsl:variable name="framed" as="element()">
      <xsl:next-match/>
    </xsl:variable>
    <div class="table-frame">
      <xsl:sequence select="$framed/node()"/>
    </div>
  </xsl:template>
</xsl:stylesheet>
