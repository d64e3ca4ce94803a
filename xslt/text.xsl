<?xml version="1.0" encoding="UTF-8"?>
<!-- Text: a document as plain text, with its notes at the end or where they are called.

     One line a paragraph; the program that calls this fills the lines. Tabs in front of
     a line indent it, the mark U+FDD0 keeps it as it is: verse, tables. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:x-octavo:functions"
    xmlns:fp="urn:x-octavo:functions-private"
    xmlns:m="urn:x-octavo:modes">
  <xsl:import href="params.xsl"/>
  <xsl:include href="stages/stages.xsl"/>
  <xsl:include href="lib/lib.xsl"/>
  <xsl:include href="lib/blocks.xsl"/>

  <!-- Where notes stand: end, or place for where each is called first. -->
  <xsl:param name="notes" as="xs:string" select="'end'"/>

  <xsl:output method="text" encoding="UTF-8"/>
  <xsl:mode on-no-match="shallow-skip" on-multiple-match="use-last" use-accumulators="#all"/>
  <xsl:mode name="m:inline" on-no-match="text-only-copy" on-multiple-match="use-last"/>

  <xsl:variable name="fp:keep" as="xs:string" select="'&#xFDD0;'"/>
  <xsl:variable name="fp:gap" as="xs:string" select="'&#10;&#10;'"/>

  <xsl:template match="/" as="text()*">
    <xsl:variable name="texts" as="element()*" select=".//text[not(ancestor::text)]"/>
    <xsl:value-of select="fp:title-lines(.)" separator=""/>
    <xsl:apply-templates select="$texts"/>
    <xsl:variable name="calls" as="element()*" select="if ($notes = 'end') then f:calls($texts) else ()"/>
    <xsl:if test="exists($calls)">
      <xsl:value-of select="fp:underlined(f:label('notes'), '=')"/>
      <xsl:for-each-group select="$calls" group-adjacent="generate-id(f:page-of(.))">
        <xsl:if test="f:pages(root(.))[2]">
          <xsl:value-of select="f:page-of(.) ! f:title(.) || $fp:gap"/>
        </xsl:if>
        <xsl:sequence select="fp:notes(current-group())"/>
      </xsl:for-each-group>
    </xsl:if>
  </xsl:template>

  <!-- Each note once, under the sign of its first call. -->
  <xsl:function name="fp:notes" as="text()*">
    <xsl:param name="calls" as="element()+"/>
    <xsl:for-each-group select="$calls" group-by="f:id(f:called(.))">
      <xsl:variable name="note" as="text()*">
        <xsl:apply-templates select="f:called(.)" mode="m:note"/>
      </xsl:variable>
      <xsl:value-of select="'[' || f:sign(.) || '] ' || string-join($note)"/>
    </xsl:for-each-group>
  </xsl:function>

  <!-- Title and author, if the text has no title page of its own. -->
  <xsl:function name="fp:title-lines" as="xs:string*">
    <xsl:param name="root" as="document-node()"/>
    <xsl:variable name="title" as="element()?"
        select="$root/*/teiHeader/fileDesc/titleStmt"/>
    <xsl:if test="empty($root//titlePage)">
      <xsl:sequence select="($title/author, $title/title)[normalize-space()] !
          ($fp:keep || f:plain(.) || '&#10;')"/>
      <xsl:sequence select="$fp:gap"/>
    </xsl:if>
  </xsl:function>

  <xsl:function name="fp:underlined" as="xs:string">
    <xsl:param name="words" as="xs:string"/>
    <xsl:param name="sign" as="xs:string"/>
    <xsl:variable name="width" as="xs:integer" select="min((72, string-length($words)))"/>
    <xsl:sequence select="
        '&#10;' || $words || '&#10;' || $fp:keep
        || string-join((1 to $width) ! $sign) || $fp:gap"/>
  </xsl:function>

  <!-- Blocks -->

  <!-- Any element: its blocks one after another, its phrases as paragraphs. -->
  <xsl:template match="*" as="text()*" priority="-5">
    <xsl:param name="indent" as="xs:string" select="''" tunnel="yes"/>
    <xsl:if test="not(f:is-hidden(.))">
      <xsl:for-each-group select="node()" group-adjacent="exists(self::*[f:makes-block(.)])">
        <xsl:choose>
          <xsl:when test="current-grouping-key()">
            <xsl:apply-templates select="current-group()"/>
          </xsl:when>
          <xsl:otherwise>
            <xsl:value-of select="fp:line(current-group(), $indent)"/>
          </xsl:otherwise>
        </xsl:choose>
      </xsl:for-each-group>
    </xsl:if>
  </xsl:template>

  <xsl:template match="head" as="text()*">
    <xsl:value-of select="fp:line(node(), '')"/>
  </xsl:template>
  <xsl:template match="div/head[1] | div1/head[1] | div2/head[1] | body/head[1] | front/head[1]
      | back/head[1]" as="text()*">
    <xsl:variable name="depth" as="xs:integer" select="count(ancestor::*[head]) - 1"/>
    <xsl:value-of select="
        '&#10;' || fp:underlined(f:plain(.), if ($depth le 0) then '=' else '-')"/>
  </xsl:template>

  <xsl:template match="quote | q | cit | epigraph | floatingText | argument | postscript
      | egXML | eg" as="text()*">
    <xsl:param name="indent" as="xs:string" select="''" tunnel="yes"/>
    <xsl:next-match>
      <xsl:with-param name="indent" select="$indent || '&#9;'" tunnel="yes"/>
    </xsl:next-match>
  </xsl:template>

  <!-- Verse keeps its lines. -->
  <xsl:template match="lg" as="text()*">
    <xsl:apply-templates select="*"/>
    <xsl:if test="not(parent::lg)">
      <xsl:value-of select="'&#10;'"/>
    </xsl:if>
  </xsl:template>
  <xsl:template match="l" as="text()*">
    <xsl:param name="indent" as="xs:string" select="''" tunnel="yes"/>
    <xsl:variable name="further" as="xs:string"
        select="if (@rend ! tokenize(.) = ('indent', 'indent1', 'indent2')) then '&#9;' else ''"/>
    <xsl:value-of select="
        $indent || '&#9;' || $further || $fp:keep || fp:words(node()) || '&#10;'"/>
  </xsl:template>
  <xsl:template match="lg/lg[following-sibling::*]" as="text()*">
    <xsl:next-match/>
    <xsl:value-of select="'&#10;'"/>
  </xsl:template>

  <xsl:template match="list" as="text()*">
    <xsl:apply-templates select="*"/>
    <xsl:value-of select="'&#10;'"/>
  </xsl:template>
  <xsl:template match="item" as="text()*">
    <xsl:param name="indent" as="xs:string" select="''" tunnel="yes"/>
    <xsl:variable name="label" as="element()?" select="preceding-sibling::*[1]/self::label"/>
    <xsl:variable name="content" as="text()*">
      <xsl:next-match>
        <xsl:with-param name="indent" select="$indent || '&#9;'" tunnel="yes"/>
      </xsl:next-match>
    </xsl:variable>
    <xsl:value-of select="
        $indent || '&#9;' || ($label ! f:plain(.), '•')[1] || ' '
        || replace(string-join($content), '^\s+|\n+$', '') || '&#10;'"/>
  </xsl:template>
  <xsl:template match="list/label" as="empty-sequence()"/>

  <xsl:template match="table" as="text()*">
    <xsl:apply-templates select="head"/>
    <xsl:for-each select="row">
      <xsl:value-of select="$fp:keep || string-join(* ! fp:words(node()), ' | ') || '&#10;'"/>
    </xsl:for-each>
    <xsl:value-of select="'&#10;'"/>
  </xsl:template>

  <!-- The description of an image stands for the image. -->
  <xsl:template match="figure" as="text()*">
    <xsl:for-each select="figDesc[normalize-space()]">
      <xsl:value-of select="'[' || f:label('figure') || ': ' || f:plain(node()) || ']' || $fp:gap"/>
    </xsl:for-each>
    <xsl:apply-templates select="* except figDesc"/>
  </xsl:template>
  <xsl:template match="milestone" as="text()">
    <xsl:value-of select="'&#9;* * *' || $fp:gap"/>
  </xsl:template>
  <xsl:template match="note[f:is-moved(.)]" as="empty-sequence()"/>
  <xsl:template match="sp" as="text()*">
    <xsl:apply-templates select="* "/>
  </xsl:template>

  <xsl:mode name="m:note" on-no-match="fail"/>
  <xsl:template match="note" mode="m:note" as="text()*">
    <xsl:for-each-group select="node()" group-adjacent="exists(self::*[f:makes-block(.)])">
      <xsl:choose>
        <xsl:when test="current-grouping-key()">
          <xsl:apply-templates select="current-group()"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:value-of select="fp:line(current-group(), '')"/>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:for-each-group>
  </xsl:template>

  <!-- A line of running text and the gap after it; nothing for white space. -->
  <xsl:function name="fp:line" as="xs:string">
    <xsl:param name="nodes" as="node()*"/>
    <xsl:param name="indent" as="xs:string"/>
    <xsl:variable name="words" as="xs:string" select="fp:words($nodes)"/>
    <xsl:sequence select="if ($words) then $indent || $words || $fp:gap else ''"/>
  </xsl:function>

  <!-- Phrases -->

  <xsl:function name="fp:words" as="xs:string">
    <xsl:param name="nodes" as="node()*"/>
    <xsl:variable name="text" as="node()*">
      <xsl:apply-templates select="$nodes" mode="m:inline"/>
    </xsl:variable>
    <xsl:sequence select="normalize-space(string-join($text))"/>
  </xsl:function>

  <xsl:template match="*" mode="m:inline" as="node()*">
    <xsl:if test="not(f:is-hidden(.))">
      <xsl:apply-templates mode="#current"/>
    </xsl:if>
  </xsl:template>
  <xsl:template match="note | ref" mode="m:inline" as="node()*">
    <xsl:choose>
      <xsl:when test="f:is-call(.)">
        <xsl:value-of select="fp:call(.)"/>
      </xsl:when>
      <xsl:when test="self::ref or not(f:is-moved(.))">
        <xsl:apply-templates mode="#current"/>
      </xsl:when>
    </xsl:choose>
  </xsl:template>
  <!-- The sign of a note; with its words if notes stand in place and this is its place. -->
  <xsl:function name="fp:call" as="xs:string">
    <xsl:param name="call" as="element()"/>
    <xsl:variable name="note" as="element()" select="f:called($call)"/>
    <xsl:variable name="words" as="xs:string" select="
        if ($notes = 'place' and $call is f:first-call($note))
        then ': ' || fp:words($note/node()) else ''"/>
    <xsl:sequence select="'[' || f:sign($call) || $words || ']'"/>
  </xsl:function>
  <xsl:template match="choice | app" mode="m:inline" as="node()*">
    <xsl:apply-templates select="f:chosen(.)" mode="#current"/>
  </xsl:template>
  <xsl:template match="lb[not(@break = 'no')] | cb | pb[not(@break = 'no')]" mode="m:inline"
      as="text()">
    <xsl:value-of select="' '"/>
  </xsl:template>
  <xsl:template match="gap" mode="m:inline" as="text()">
    <xsl:value-of select="'[…]'"/>
  </xsl:template>
  <xsl:template match="p | l | item | head | cell | label | salute | signed | dateline | addrLine
      | speaker | stage | titlePart" mode="m:inline" as="node()*">
    <xsl:apply-templates mode="#current"/>
    <xsl:value-of select="' '"/>
  </xsl:template>
</xsl:stylesheet>
