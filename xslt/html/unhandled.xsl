<?xml version="1.0" encoding="UTF-8"?>
<!-- Unhandled: what no rule knows is shown, marked and reported, never dropped.

     Only what the view hides on purpose is left out; see stages/choose.xsl. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    xmlns="http://www.w3.org/1999/xhtml"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:d="urn:x-octavo:diagnostics"
    xmlns:e="urn:x-octavo:edition"
    xmlns:f="urn:x-octavo:functions"
    xmlns:fp="urn:x-octavo:functions-private"
    xmlns:m="urn:x-octavo:modes"
    xmlns:tp="urn:x-octavo:slots-private"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:x-octavo:variables">

  <!-- The lowest rule: an element of the table of plain ones, something hidden on
       purpose, or something nobody thought of. -->
  <xsl:template match="*" as="element()?" priority="-9">
    <xsl:variable name="kind" as="xs:string?"
        select="if (self::tei:*) then $v:plain(local-name()) else ()"/>
    <xsl:choose>
      <xsl:when test="$kind = 'phrase'">
        <xsl:call-template name="tp:phrase"/>
      </xsl:when>
      <xsl:when test="$kind = 'block'">
        <xsl:call-template name="tp:block"/>
      </xsl:when>
      <xsl:when test="$kind = 'paragraph'">
        <xsl:call-template name="tp:paragraph"/>
      </xsl:when>
      <xsl:when test="$kind = 'either'">
        <xsl:call-template name="tp:either"/>
      </xsl:when>
      <xsl:when test="exists($kind)">
        <xsl:sequence select="fp:described(., $kind)"/>
      </xsl:when>
      <xsl:when test="not(f:is-hidden(.))">
        <xsl:call-template name="tp:unknown"/>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- Descriptions of manuscripts and of schemas. -->
  <xsl:function name="fp:described" as="element()">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="kind" as="xs:string"/>
    <xsl:for-each select="$element">
      <xsl:choose>
        <xsl:when test="$kind = 'labelled'">
          <xsl:call-template name="tp:labelled"/>
        </xsl:when>
        <xsl:when test="$kind = 'stated'">
          <xsl:call-template name="tp:stated"/>
        </xsl:when>
        <xsl:when test="$kind = 'parts'">
          <xsl:call-template name="tp:composed"/>
        </xsl:when>
        <xsl:when test="$kind = 'declared'">
          <xsl:call-template name="tp:declared"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:call-template name="tp:named"/>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
  </xsl:function>

  <!-- A document of another vocabulary, or of a TEI before it had a namespace. -->
  <xsl:template match="*[not(self::tei:* or self::e:*)]" mode="m:start" as="node()+">
    <xsl:message>
      <d:diagnostic code="HTM006" severity="error" path="{path(.)}" source="html"
          hint="TEI P5 has the namespace http://www.tei-c.org/ns/1.0; convert older files first"
          >the element &lt;{name()}> is none of TEI P5, so the pages are empty</d:diagnostic>
    </xsl:message>
    <xsl:next-match/>
  </xsl:template>

  <xsl:template name="tp:unknown" as="element()">
    <xsl:message>
      <d:diagnostic code="HTM001" severity="warning" path="{path(.)}" source="html"
          hint="write a rule for it in a house style, or use an element of the schema"
          >no rule shows the element &lt;{name()}></d:diagnostic>
    </xsl:message>
    <xsl:element name="{if (f:holds-block(.)) then 'div' else 'span'}">
      <xsl:attribute name="class" select="'unhandled'"/>
      <xsl:attribute name="title" select="f:phrase('unhandled', name())"/>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>

  <!-- A phrase: an element of HTML, or a block if it holds one. -->
  <xsl:template name="tp:phrase" as="element()">
    <xsl:param name="as" as="xs:string" select="'span'"/>
    <xsl:element name="{if (f:holds-block(.)) then 'div' else $as}">
      <xsl:apply-templates select="." mode="m:attributes"/>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>

  <!-- A paragraph: an element of HTML that holds phrases only, or a block. -->
  <xsl:template name="tp:paragraph" as="element()">
    <xsl:choose>
      <xsl:when test="f:holds-block(.)">
        <div>
          <xsl:apply-templates select="." mode="m:attributes"/>
          <xsl:attribute name="class" select="'p', f:class(.)[.]"/>
          <xsl:apply-templates/>
        </div>
      </xsl:when>
      <xsl:otherwise>
        <p>
          <xsl:apply-templates select="." mode="m:attributes"/>
          <xsl:apply-templates/>
        </p>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A block of blocks. -->
  <xsl:template name="tp:block" as="element()">
    <div>
      <xsl:apply-templates select="." mode="m:attributes"/>
      <xsl:apply-templates/>
    </div>
  </xsl:template>

  <!-- What consists of parts: a block or a phrase, with a space between parts that touch. -->
  <xsl:template name="tp:composed" as="element()">
    <xsl:element name="{if (f:makes-block(.)) then 'div' else 'span'}">
      <xsl:apply-templates select="." mode="m:attributes"/>
      <xsl:call-template name="tp:parts"/>
    </xsl:element>
  </xsl:template>
  <xsl:template name="tp:parts" as="node()*">
    <xsl:for-each select="node()">
      <xsl:if test="self::* and preceding-sibling::node()[1]/self::*">
        <xsl:text> </xsl:text>
      </xsl:if>
      <xsl:apply-templates select="."/>
    </xsl:for-each>
  </xsl:template>

  <!-- A block among blocks, a phrase in running text. -->
  <xsl:template name="tp:either" as="element()">
    <xsl:element name="{if (f:is-block(.) or f:holds-block(.)) then 'div' else 'span'}">
      <xsl:apply-templates select="." mode="m:attributes"/>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>
</xsl:stylesheet>
