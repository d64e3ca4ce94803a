<?xml version="1.0" encoding="UTF-8"?>
<!-- Lists, and the references of a bibliography. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:x-octavo:functions"
    xmlns:fp="urn:x-octavo:functions-private:print"
    xmlns:m="urn:x-octavo:modes">

  <!-- The items of a list, each with its sign in the indentation. -->
  <xsl:template match="list" mode="m:print" as="xs:string*">
    <xsl:param name="inset" as="xs:integer" select="0" tunnel="yes"/>
    <xsl:text>set-off({{&#10;</xsl:text>
    <xsl:apply-templates mode="m:print"
        select="*[not(self::label[following-sibling::*[1][self::item]])]
          | text()[normalize-space()]"/>
    <xsl:text>}})&#10;</xsl:text>
  </xsl:template>
  <xsl:template match="list[ancestor::list]" mode="m:print" as="xs:string*" priority="1">
    <xsl:apply-templates mode="m:print"
        select="*[not(self::label[following-sibling::*[1][self::item]])]
          | text()[normalize-space()]"/>
  </xsl:template>
  <!-- A list whose items are nothing but words and blocks, with short signs, and call no
       notes; others are set as paragraphs, so that no note loses its page. -->
  <xsl:template match="list[fp:is-plain(.)]" mode="m:print" as="xs:string*" priority="2">
    <xsl:param name="inset" as="xs:integer" select="0" tunnel="yes"/>
    <xsl:variable name="outer" select="empty(ancestor::list)" as="xs:boolean"/>
    <xsl:text>{'set-off({&#10;'[$outer]}</xsl:text>
    <xsl:apply-templates select="head" mode="m:print"/>
    <xsl:text>listing((</xsl:text>
    <xsl:call-template name="fp:signs"/>
    <xsl:text>), {('inset: ' || $inset || ', ')[$inset gt 0]}&#10;</xsl:text>
    <xsl:for-each select="item">
      <xsl:text>{{</xsl:text>
      <xsl:call-template name="fp:flow">
        <xsl:with-param name="inset" select="0" tunnel="yes"/>
      </xsl:call-template>
      <xsl:text>}},&#10;</xsl:text>
    </xsl:for-each>
    <xsl:text>)&#10;{'})&#10;'[$outer]}</xsl:text>
  </xsl:template>
  <xsl:template name="fp:signs" as="xs:string*">
    <xsl:for-each select="item">
      <xsl:text>{{</xsl:text>
      <xsl:call-template name="fp:sign"/>
      <xsl:text>}}, </xsl:text>
    </xsl:for-each>
  </xsl:template>
  <xsl:function name="fp:is-plain" as="xs:boolean">
    <xsl:param name="list" as="element(list)"/>
    <xsl:sequence select="
        $list/(@type, @rend) ! tokenize(.) = ('ordered', 'numbered', 'bulleted', 'unordered')
        and exists($list/item) and empty($list/(* except (head, item)))
        and empty($list/text()[normalize-space()])
        and empty($list//(note | ref | ptr | app | figure)[self::app or self::figure or f:is-call(.)])
        and not(fp:is-deep($list)) and count($list/ancestor::list) lt 4"/>
  </xsl:function>

  <xsl:template match="list/head" mode="m:print" as="xs:string*">
    <xsl:call-template name="fp:paragraph">
      <xsl:with-param name="call" select="'short-line'"/>
    </xsl:call-template>
  </xsl:template>

  <!-- The first words of an item stand after its sign, what follows is indented. -->
  <xsl:template match="item" mode="m:print" as="xs:string*">
    <xsl:variable name="sign" as="xs:string*">
      <xsl:call-template name="fp:sign"/>
    </xsl:variable>
    <xsl:call-template name="fp:hung">
      <xsl:with-param name="sign" select="string-join($sign)"/>
      <xsl:with-param name="longest" select="fp:longest-label(..)"/>
    </xsl:call-template>
  </xsl:template>
  <!-- The longest of the words that a list explains. -->
  <xsl:function name="fp:longest-label" as="xs:string" cache="yes">
    <xsl:param name="list" as="element()"/>
    <xsl:variable name="labels" select="$list/label ! f:plain(.)" as="xs:string*"/>
    <xsl:variable name="most" select="max($labels ! string-length())" as="xs:integer?"/>
    <xsl:sequence select="string($labels[string-length() = $most][1])"/>
  </xsl:function>
  <xsl:template name="fp:hung" as="xs:string*">
    <xsl:param name="sign" as="xs:string"/>
    <xsl:param name="longest" as="xs:string" select="''"/>
    <xsl:param name="inset" as="xs:integer" select="0" tunnel="yes"/>
    <xsl:variable name="first" as="node()*" select="fp:first-words(.)"/>
    <xsl:sequence select="fp:anchor($first[1]/parent::p)"/>
    <xsl:call-template name="fp:paragraph">
      <xsl:with-param name="nodes" select="$first"/>
      <xsl:with-param name="call" select="if ($longest) then 'explained' else 'item'"/>
      <xsl:with-param name="options" select="
          (f:literal($longest) || ', ')[$longest] || '{' || $sign || '}, '"/>
    </xsl:call-template>
    <xsl:call-template name="fp:flow">
      <xsl:with-param name="nodes" select="
          (if ($first/parent::p) then $first/parent::p/node() except $first else (),
           node() except ($first, $first/parent::p))"/>
      <xsl:with-param name="inset" select="min(($inset + 1, 6))" tunnel="yes"/>
    </xsl:call-template>
  </xsl:template>

  <!-- The words at the beginning of an item, or of its first paragraph. -->
  <xsl:function name="fp:first-words" as="node()*">
    <xsl:param name="item" as="element()"/>
    <xsl:variable name="holder" as="element()" select="
        ($item/*[1][self::p][not(preceding-sibling::text()[normalize-space()])], $item)[1]"/>
    <xsl:variable name="block" as="node()?" select="$holder/node()[fp:breaks(.)][1]"/>
    <xsl:sequence select="
        if (exists($block)) then $holder/node()[. &lt;&lt; $block] else $holder/node()"/>
  </xsl:function>

  <xsl:template name="fp:sign" as="xs:string*">
    <xsl:variable name="label" as="element()?" select="preceding-sibling::*[1][self::label]"/>
    <xsl:variable name="kind" as="xs:string*" select="../(@type, @rend) ! tokenize(.)"/>
    <xsl:choose>
      <xsl:when test="$label and $kind = 'gloss' and not(ancestor::div[1]/@type = 'abbreviations')">
        <xsl:text>emphasis({{</xsl:text>
        <xsl:apply-templates select="$label/node()" mode="m:print"/>
        <xsl:text>}});</xsl:text>
      </xsl:when>
      <xsl:when test="$label">
        <xsl:apply-templates select="$label/node()" mode="m:print"/>
      </xsl:when>
      <xsl:when test="$kind = ('ordered', 'numbered')">
        <xsl:sequence select="f:literal((@n, 1 + count(preceding-sibling::item))[1] || '.')"/>
      </xsl:when>
      <xsl:when test="$kind = ('bulleted', 'unordered')">"•"</xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- References -->

  <xsl:template match="listBibl" mode="m:print" as="xs:string*">
    <xsl:apply-templates select="*" mode="m:print"/>
  </xsl:template>
  <xsl:template match="listBibl/head" mode="m:print" as="xs:string*">
    <xsl:call-template name="fp:paragraph">
      <xsl:with-param name="call" select="'short-line'"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="listBibl/bibl | div/bibl | listBibl/biblStruct | listBibl/biblFull"
      mode="m:print" as="xs:string*" priority="1">
    <xsl:call-template name="fp:paragraph">
      <xsl:with-param name="call" select="'reference'"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="bibl | biblStruct | biblFull | analytic | monogr | imprint" mode="m:print"
      as="xs:string*">
    <xsl:apply-templates mode="m:print"/>
  </xsl:template>
  <!-- Where a quotation comes from stands below it, on the right. -->
  <xsl:template match="bibl[parent::cit or parent::epigraph or parent::quote][fp:breaks(.)]"
      mode="m:print" as="xs:string*" priority="1">
    <xsl:call-template name="fp:paragraph">
      <xsl:with-param name="call" select="'attribution'"/>
    </xsl:call-template>
  </xsl:template>
  <!-- Without punctuation of their own the parts of a structured reference get some. -->
  <xsl:template match="biblStruct//text()[not(normalize-space())]" mode="m:print"
      as="xs:string?">
    <xsl:sequence select="
        if (preceding-sibling::* and following-sibling::*) then '&quot;,&quot;;sp;' else ()"/>
  </xsl:template>
</xsl:stylesheet>
