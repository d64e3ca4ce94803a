<?xml version="1.0" encoding="UTF-8"?>
<!-- Documentation of markup: names of elements and attributes, examples, declarations;
     structures for machines (features, graphs, trees), shown with their parts in order. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    xmlns="http://www.w3.org/1999/xhtml"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:m="urn:x-octavo:modes"
    xmlns:mp="urn:x-octavo:modes-private"
    xmlns:tp="urn:x-octavo:slots-private">

  <xsl:mode name="mp:source" on-no-match="text-only-copy" on-multiple-match="fail"/>

  <xsl:template match="att | gi | tag | val | code" as="element()">
    <xsl:call-template name="tp:phrase">
      <xsl:with-param name="as" select="'code'"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="eg" as="element()">
    <pre tabindex="0">
      <xsl:apply-templates select="." mode="m:attributes"/>
      <xsl:apply-templates/>
    </pre>
  </xsl:template>

  <!-- An example in XML shows its own tags. -->
  <xsl:template match="*:egXML" as="element()">
    <pre class="egXML" tabindex="0">
      <xsl:apply-templates mode="mp:source"/>
    </pre>
  </xsl:template>
  <xsl:template match="*[namespace-uri() = 'http://relaxng.org/ns/structure/1.0']" as="element()"
      priority="-1">
    <pre class="grammar" tabindex="0">
      <xsl:apply-templates select="." mode="mp:source"/>
    </pre>
  </xsl:template>
  <xsl:template match="*" mode="mp:source" as="node()*">
    <span class="tag gen">
      <xsl:text>&lt;{name()}</xsl:text>
      <xsl:for-each select="@*"> {name()}="{.}"</xsl:for-each>
      <xsl:text>{if (node()) then '>' else '/>'}</xsl:text>
    </span>
    <xsl:if test="node()">
      <xsl:apply-templates mode="#current"/>
      <span class="tag gen">&lt;/{name()}></span>
    </xsl:if>
  </xsl:template>

  <!-- Declarations of schemas are data; their names and prose are shown in a plain way. -->
  <xsl:template name="tp:declared" as="element()">
    <div>
      <xsl:apply-templates select="." mode="m:attributes"/>
      <xsl:if test="@ident">
        <code class="gen">{@ident}</code>
        <xsl:text> </xsl:text>
      </xsl:if>
      <xsl:apply-templates/>
    </div>
  </xsl:template>
  <xsl:template name="tp:named" as="element()">
    <code class="{local-name()} gen">{(@key, @name, @target, @url, local-name())[1]}</code>
  </xsl:template>
</xsl:stylesheet>
