<?xml version="1.0" encoding="UTF-8"?>
<!-- Notes: calls and notes that reading systems show as cards beside the text.

     The notes of a file stand at its end, each with the way back to its call. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    xmlns="http://www.w3.org/1999/xhtml"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:epub="http://www.idpf.org/2007/ops"
    xmlns:f="urn:x-octavo:functions"
    xmlns:mp="urn:x-octavo:modes-private"
    xmlns:tp="urn:x-octavo:slots-private">

  <xsl:template name="tp:call" as="element()">
    <sup class="call{' gen'[current()/self::note]}">
      <a id="{f:call-id(.)}" href="#{f:id(f:called(.))}" epub:type="noteref"
          role="doc-noteref">{f:sign(.)}</a>
    </sup>
  </xsl:template>

  <xsl:template name="tp:notes" as="element()*">
    <xsl:param name="nodes" as="node()*"/>
    <xsl:for-each-group select="f:calls($nodes)" group-by="f:series(f:called(.))">
      <xsl:variable name="title" select="f:label('notes-' || current-grouping-key())"/>
      <section class="notes series-{current-grouping-key()}" aria-label="{$title}">
        <h2 class="gen">{$title}</h2>
        <xsl:for-each-group select="current-group()" group-by="f:id(f:called(.))">
          <xsl:apply-templates select="f:called(.)" mode="mp:note">
            <xsl:with-param name="calls" select="current-group()"/>
          </xsl:apply-templates>
        </xsl:for-each-group>
      </section>
    </xsl:for-each-group>
  </xsl:template>

  <xsl:template match="note" mode="mp:note" as="element()">
    <xsl:param name="calls" as="element()+"/>
    <div id="{f:id(.)}" epub:type="footnote" role="doc-footnote">
      <xsl:sequence select="f:language-of(.)[current()/@xml:lang]"/>
      <xsl:attribute name="class" select="f:class(.)"/>
      <a class="sign gen" href="#{f:call-id($calls[1])}" role="doc-backlink"
          aria-label="{f:phrase('back-to-text', f:sign($calls[1]))}">{f:sign($calls[1])}</a>
      <xsl:text> </xsl:text>
      <xsl:apply-templates/>
      <xsl:for-each select="$calls[position() gt 1]">
        <xsl:text> </xsl:text>
        <a class="back gen" role="doc-backlink" href="#{f:call-id(.)}"
            aria-label="{f:phrase('back-to-text', f:sign(.))}">↩&#xFE0E;</a>
      </xsl:for-each>
    </div>
  </xsl:template>
</xsl:stylesheet>
