<?xml version="1.0" encoding="UTF-8"?>
<!-- Spoken: utterances with their speakers, and what else is heard. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    xmlns="http://www.w3.org/1999/xhtml"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:x-octavo:functions"
    xmlns:m="urn:x-octavo:modes"
    xmlns:tp="urn:x-octavo:slots-private">

  <xsl:template match="u | annotationBlock" as="element()">
    <div>
      <xsl:apply-templates select="." mode="m:attributes"/>
      <xsl:call-template name="tp:speaker"/>
      <xsl:apply-templates/>
    </div>
  </xsl:template>
  <xsl:template name="tp:speaker" as="node()*">
    <xsl:if test="@who">
      <span class="speaker gen">{f:speakers(@who)}</span>
      <xsl:text> </xsl:text>
    </xsl:if>
  </xsl:template>

  <!-- What is heard and seen besides words: between utterances a block, and whose it is. -->
  <xsl:template match="incident | kinesic | vocal | writing" as="element()">
    <xsl:variable name="is-block" as="xs:boolean" select="f:is-block(.) or f:holds-block(.)"/>
    <xsl:element name="{if ($is-block) then 'div' else 'span'}">
      <xsl:apply-templates select="." mode="m:attributes"/>
      <xsl:if test="$is-block">
        <xsl:call-template name="tp:speaker"/>
      </xsl:if>
      <xsl:call-template name="tp:parts"/>
    </xsl:element>
  </xsl:template>

  <!-- '(.)', or how many seconds it lasts: '(2)'. -->
  <xsl:template match="pause" as="element()">
    <xsl:variable name="seconds" as="xs:string?" select="
        @dur[matches(., '^PT\d+(\.\d+)?S$')] ! replace(., '[A-Z]', '')"/>
    <span class="pause gen" title="{f:label('pause')}">({($seconds, '.')[1]})</span>
  </xsl:template>

  <!-- How somebody goes on to speak: '[loud: f]'. -->
  <xsl:template match="shift" as="element()">
    <span class="shift gen">[{string-join((@feature, (@new[. != 'normal'], '–')[1]), ': ')}]</span>
  </xsl:template>
</xsl:stylesheet>
