<?xml version="1.0" encoding="UTF-8"?>
<!-- Archive: the publisher in a band over each page; where the document is kept before its
     text; lines broken as on the page. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    xmlns="http://www.w3.org/1999/xhtml"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:f="urn:x-octavo:functions"
    xmlns:t="urn:x-octavo:slots">

  <xsl:template name="t:page-head" as="element()*">
    <p class="band">{$edition/*/@publisher}</p>
  </xsl:template>

  <xsl:template name="t:before-text" as="element()*">
    <xsl:for-each select="(root(.)//sourceDesc//msIdentifier)[1]">
      <dl class="shelf">
        <dt>Kept at</dt>
        <dd>{string-join((repository, settlement) ! f:plain(.), ', ')}</dd>
        <dt>Shelfmark</dt>
        <dd>{f:plain(idno)}</dd>
      </dl>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="p//lb" as="element()*">
    <br/>
  </xsl:template>
</xsl:stylesheet>
