<?xml version="1.0" encoding="UTF-8"?>
<!-- Images: those that are in the book; for others, what they show in words. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    xmlns="http://www.w3.org/1999/xhtml"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:e="urn:x-octavo:edition"
    xmlns:ep="urn:x-octavo:epub"
    xmlns:f="urn:x-octavo:functions">

  <xsl:key name="ep:resource" match="e:resource[@url]" use="@url"/>

  <!-- Where an image lies in the book. -->
  <xsl:function name="f:image" as="xs:string" visibility="public">
    <xsl:param name="url" as="xs:string?"/>
    <xsl:sequence select="string(ep:resource($url)/@href)"/>
  </xsl:function>

  <xsl:function name="ep:resource" as="element()?">
    <xsl:param name="url" as="xs:string?"/>
    <xsl:sequence select="
        if (exists($resources)) then key('ep:resource', string($url), $resources)[1] else ()"/>
  </xsl:function>

  <xsl:template match="graphic[empty(ep:resource(@url))]" as="element()" priority="1">
    <span class="no-image gen">
      <span class="label">{f:label('no-image')}</span>
      <xsl:text> </xsl:text>
      <xsl:sequence select="f:image-text(.)"/>
      <xsl:if test="matches(@url, '^https?://')">
        <xsl:text> </xsl:text>
        <a href="{iri-to-uri(normalize-space(@url))}">{normalize-space(@url)}</a>
      </xsl:if>
    </span>
  </xsl:template>
  <xsl:template match="media" as="element()" priority="1">
    <span class="media">{(f:plain(desc)[.], string(@url))[1]}</span>
  </xsl:template>
</xsl:stylesheet>
