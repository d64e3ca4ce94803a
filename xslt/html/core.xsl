<?xml version="1.0" encoding="UTF-8"?>
<!-- Core: paragraphs, highlighting, quotations, lists, names of things, dates. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    xmlns="http://www.w3.org/1999/xhtml"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:x-octavo:functions"
    xmlns:fp="urn:x-octavo:functions-private"
    xmlns:m="urn:x-octavo:modes"
    xmlns:tp="urn:x-octavo:slots-private"
    xmlns:v="urn:x-octavo:variables">

  <xsl:template match="p | ab" as="element()">
    <xsl:call-template name="tp:paragraph"/>
  </xsl:template>
  <xsl:template match="ab[lb]" as="element()">
    <div>
      <xsl:apply-templates select="." mode="m:attributes"/>
      <xsl:apply-templates/>
    </div>
  </xsl:template>

  <!-- Highlighting -->

  <xsl:template match="hi" as="element()">
    <xsl:variable name="looks" as="xs:string*"
        select="tokenize(f:class(.))[. = ('italic', 'bold', 'super', 'sub')]"/>
    <xsl:call-template name="tp:phrase">
      <xsl:with-param name="as" select="
          if ($looks = 'super') then 'sup' else if ($looks = 'sub') then 'sub'
          else if ($looks = 'bold') then 'b'
          else if ($looks = 'italic' or not(@rend or @rendition or @style)) then 'i' else 'span'"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="emph" as="element()">
    <xsl:call-template name="tp:phrase">
      <xsl:with-param name="as" select="'em'"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="foreign | distinct | mentioned | term" as="element()">
    <xsl:call-template name="tp:phrase">
      <xsl:with-param name="as" select="'i'"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="title" as="element()">
    <xsl:call-template name="tp:phrase">
      <xsl:with-param name="as" select="'cite'"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="date | time" as="element()">
    <xsl:variable name="when" as="attribute()?"
        select="@when[matches(., '^\d{4}(-\d\d(-\d\d)?)?$')]"/>
    <xsl:choose>
      <xsl:when test="$when and not(f:holds-block(.))">
        <time datetime="{$when}">
          <xsl:apply-templates select="." mode="m:attributes"/>
          <xsl:apply-templates/>
        </time>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="tp:phrase"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="ruby" as="element()">
    <ruby>
      <xsl:apply-templates select="." mode="m:attributes"/>
      <xsl:apply-templates/>
    </ruby>
  </xsl:template>
  <xsl:template match="rt" as="element()" priority="-1">
    <xsl:call-template name="tp:phrase"/>
  </xsl:template>
  <xsl:template match="ruby/rt" as="element()">
    <rt>
      <xsl:apply-templates select="." mode="m:attributes"/>
      <xsl:apply-templates/>
    </rt>
  </xsl:template>

  <!-- Quotations: the marks of the source stay; where it has none, the style adds them. -->

  <xsl:template match="quote | q | said | soCalled" as="element()">
    <xsl:choose>
      <xsl:when test="f:is-block(.) and not(self::soCalled)">
        <blockquote>
          <xsl:apply-templates select="." mode="m:attributes"/>
          <xsl:apply-templates/>
        </blockquote>
      </xsl:when>
      <xsl:when test="f:holds-block(.)">
        <xsl:call-template name="tp:block"/>
      </xsl:when>
      <xsl:otherwise>
        <q>
          <xsl:apply-templates select="." mode="m:attributes"/>
          <xsl:attribute name="class" select="f:class(.), 'bare'[fp:is-marked(current())]"/>
          <xsl:apply-templates/>
        </q>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Does the quotation begin or end with marks of its own, or is it in a cit? -->
  <xsl:function name="fp:is-marked" as="xs:boolean">
    <xsl:param name="quotation" as="element()"/>
    <xsl:variable name="text" select="string($quotation)" as="xs:string"/>
    <xsl:variable name="before" as="xs:string"
        select="string($quotation/preceding-sibling::node()[1]/self::text())"/>
    <xsl:sequence select="
        matches($text, '^\s*[&#34;“”„«»‹›‘’‚''–—]') or matches($before, '[&#34;“„«‹‘‚]$')
        or $quotation/@rend = ('none', 'plain', 'unmarked', 'italic', 'i')"/>
  </xsl:function>

  <!-- Abbreviations, corrections: the choice of the view; the other form as a tip. -->

  <xsl:template match="choice" as="element()?">
    <xsl:variable name="chosen" select="f:chosen(.)" as="element()?"/>
    <xsl:variable name="other" select="(* except $chosen)[1]" as="element()?"/>
    <xsl:element name="{if (f:holds-block(.)) then 'div' else 'span'}">
      <xsl:apply-templates select="." mode="m:attributes"/>
      <xsl:if test="$other and not($v:diplomatic)">
        <xsl:attribute name="title" select="f:phrase('in-original', normalize-space($other))"/>
      </xsl:if>
      <xsl:apply-templates select="$chosen"/>
    </xsl:element>
  </xsl:template>

  <!-- Breaks -->

  <xsl:template match="lb" as="item()*">
    <xsl:choose>
      <xsl:when test="$v:diplomatic or not(parent::p or parent::hi or parent::note)
          or fp:is-in-lines(..)">
        <xsl:if test="preceding-sibling::node()[normalize-space()]">
          <br/>
        </xsl:if>
        <xsl:if test="@n and parent::ab">
          <span class="line-number gen">{@n}</span>
        </xsl:if>
      </xsl:when>
      <xsl:when test="not(@break = 'no')">
        <xsl:text> </xsl:text>
      </xsl:when>
    </xsl:choose>
  </xsl:template>
  <!-- What stands in lines by itself: dedications and their like. -->
  <xsl:function name="fp:is-in-lines" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        exists($element/ancestor::front)
        and exists($element/ancestor::div[@type = ('dedication', 'halftitle', 'half-title', 'imprint')])"/>
  </xsl:function>
  <xsl:template match="pb" as="element()">
    <a class="pb gen{' bare'[not(current()/@n)]}" id="{f:id(.)}" href="#{f:id(.)}"
        aria-label="{if (@n) then f:phrase('page-n', @n) else f:label('page-break')}">
      <xsl:sequence select="if (@n) then string(@n) else '|'"/>
    </a>
  </xsl:template>
  <xsl:template match="cb | gb" as="element()">
    <span class="{local-name()} gen">{@n}</span>
  </xsl:template>
  <xsl:template match="milestone" as="element()">
    <xsl:choose>
      <xsl:when test="parent::*[f:is-structure(.)] and not(@n)">
        <hr>
          <xsl:apply-templates select="." mode="m:attributes"/>
        </hr>
      </xsl:when>
      <xsl:otherwise>
        <span>
          <xsl:apply-templates select="." mode="m:attributes"/>
          <xsl:if test="@n">
            <span class="gen">{@n}</span>
          </xsl:if>
        </span>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
