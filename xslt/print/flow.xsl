<?xml version="1.0" encoding="UTF-8"?>
<!-- Flow: where words stand among blocks, and how wide they are indented.

     Mixed content is cut into runs of words, which become paragraphs, and blocks.
     Paragraphs indent themselves: the tunnel parameter `inset` counts how deep. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:x-octavo:functions"
    xmlns:fp="urn:x-octavo:functions-private:print"
    xmlns:m="urn:x-octavo:modes"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:v="urn:x-octavo:variables">

  <!-- Does a node interrupt the lines it stands among? -->
  <xsl:function name="fp:breaks" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="
        exists($node/self::*[map:contains($v:blocks, local-name())
          or self::app[parent::listApp] or fp:is-pause(.) or f:makes-block(.)
          or fp:is-aside(.) or fp:is-statement(.)
          or namespace-uri() = 'http://relaxng.org/ns/structure/1.0']
          [not(self::l[ancestor::head or ancestor::titlePart])])"/>
  </xsl:function>
  <!-- What is a block in print, besides what f:makes-block says of all outputs. -->
  <xsl:variable name="v:blocks" as="map(xs:string, xs:boolean)" select="
      map:merge(tokenize('
        salute signed dateline byline address speaker noteGrp
        entry entryFree superEntry u prologue epilogue performance
        msPart msFrag msContents msItem msItemStruct physDesc objectDesc supportDesc layoutDesc
        handDesc scriptDesc decoDesc typeDesc musicNotation additions bindingDesc sealDesc
        accMat history additional adminInfo recordHist custodialHist surrogates object
        attDef attList classes constraint datatype defaultVal listRef modelGrp modelSequence
        paramList paramSpec valItem')
        ! map:entry(., true()))"/>

  <!-- A break between sections: white space, or a sign that stands for it. -->
  <xsl:function name="fp:is-pause" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        exists($element/self::space[@dim = 'vertical'])
        or exists($element/self::milestone[@unit = ('section', 'absatz') or @rend])"/>
  </xsl:function>

  <!-- Words and blocks in their order. The first run of words is indented only on request. -->
  <xsl:template name="fp:flow" as="xs:string*">
    <xsl:param name="nodes" as="node()*" select="node()"/>
    <xsl:param name="indented" as="xs:boolean" select="false()"/>
    <xsl:param name="call" as="xs:string" select="'paragraph'"/>
    <xsl:for-each-group select="$nodes" group-adjacent="fp:breaks(.)">
      <xsl:choose>
        <xsl:when test="current-grouping-key()">
          <xsl:apply-templates select="current-group()" mode="m:print"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:call-template name="fp:paragraph">
            <xsl:with-param name="nodes" select="current-group()"/>
            <xsl:with-param name="call" select="$call"/>
            <xsl:with-param name="indented" select="$indented and position() = 1"/>
          </xsl:call-template>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:for-each-group>
  </xsl:template>

  <!-- The content of an element that stands among blocks or among words. -->
  <xsl:template name="fp:content" as="xs:string*">
    <xsl:choose>
      <xsl:when test="fp:breaks(.)">
        <xsl:call-template name="fp:flow"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="fp:set"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A run of words as a paragraph; nothing if it has no words. -->
  <xsl:template name="fp:paragraph" as="xs:string*">
    <xsl:param name="nodes" as="node()*" select="node()"/>
    <xsl:param name="indented" as="xs:boolean" select="false()"/>
    <xsl:param name="call" as="xs:string" select="'paragraph'"/>
    <xsl:param name="options" as="xs:string" select="''"/>
    <xsl:param name="inset" as="xs:integer" select="0" tunnel="yes"/>
    <xsl:variable name="calls" select="fp:called-notes($nodes)" as="xs:string*"/>
    <xsl:variable name="words" as="xs:string*">
      <xsl:apply-templates select="$nodes" mode="m:print">
        <xsl:with-param name="reach" select="fp:reach($nodes)" tunnel="yes"/>
      </xsl:apply-templates>
    </xsl:variable>
    <xsl:if test="not(fp:has-words($words))">
      <xsl:sequence select="$words[. != 'sp;']"/>
    </xsl:if>
    <xsl:if test="fp:has-words($words)">
      <xsl:text>{$call}({$options}</xsl:text>
      <xsl:if test="$call = 'paragraph' and not($indented)">indented: false, </xsl:if>
      <xsl:if test="$inset gt 0">inset: {$inset}, </xsl:if>
      <xsl:sequence select="fp:notes-option($calls)"/>
      <xsl:sequence select="'{', $words, '})&#10;'"/>
    </xsl:if>
  </xsl:template>

  <!-- The notes called among nodes, and the places of variation, so that the template
       can keep what belongs to them on their page. Facing pages, which are filled by
       hand, need to see through to them. -->
  <xsl:function name="fp:notes-option" as="xs:string?">
    <xsl:param name="ids" as="xs:string*"/>
    <xsl:sequence select="
        if (empty($ids)) then ()
        else if ($v:has-apparatus) then 'notes: (among-readings: ' || f:array($ids) || '), '
        else 'notes: ' || f:array($ids) || ', '"/>
  </xsl:function>
  <xsl:function name="fp:called-notes" as="xs:string*">
    <xsl:param name="nodes" as="node()*"/>
    <xsl:sequence select="
        for $place in (fp:foot-calls($nodes) | fp:places($nodes/self::*))[empty($facing)]
        return if ($place/self::app) then fp:id($place) else fp:call-id($place)"/>
  </xsl:function>

  <xsl:function name="fp:foot-calls" as="element()*">
    <xsl:param name="nodes" as="node()*"/>
    <xsl:sequence select="if ($notes = 'foot') then f:calls($nodes) else ()"/>
  </xsl:function>

  <!-- An indented paragraph follows text; the first of its kind stands flush. -->
  <xsl:function name="fp:is-indented" as="xs:boolean">
    <xsl:param name="paragraph" as="element()"/>
    <xsl:variable name="before" as="element()?" select="
        $paragraph/preceding-sibling::*[not(self::pb or self::lb or self::cb or self::anchor
          or self::index or self::fw or self::note[f:is-moved(.)])][1]"/>
    <xsl:sequence select="
        exists($before[not(self::head or self::opener or self::byline or self::dateline
          or self::salute or self::epigraph or self::argument or self::milestone
          or self::space or self::stage or self::speaker or self::label)])"/>
  </xsl:function>
</xsl:stylesheet>
