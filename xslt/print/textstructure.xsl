<?xml version="1.0" encoding="UTF-8"?>
<!-- Text structure: divisions and their headings, what opens and closes them. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:x-octavo:functions"
    xmlns:fp="urn:x-octavo:functions-private:print"
    xmlns:m="urn:x-octavo:modes"
    xmlns:t="urn:x-octavo:slots"
    xmlns:v="urn:x-octavo:variables">

  <xsl:function name="fp:is-division" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="matches(local-name($element), '^div[0-7]?$')"/>
  </xsl:function>

  <!-- Is a division a part (chapters in it), a chapter, or a section of one? -->
  <xsl:function name="fp:kind" as="xs:string">
    <xsl:param name="division" as="element()"/>
    <xsl:variable name="above" as="element()?" select="$division/parent::*[fp:is-division(.)]"/>
    <xsl:variable name="below" as="element()*" select="$division/*[fp:is-division(.)]"/>
    <xsl:sequence select="
        if (exists($above) and fp:kind($above) != 'part'
          or empty($above) and empty($division/parent::*[self::body or self::front
            or self::back or self::group or self::text])) then 'section'
        else if (exists($below) and ($division/@type = ('part', 'book', 'volume')
          or $below/@type = ('chapter', 'book'))) then 'part'
        else 'chapter'"/>
  </xsl:function>

  <xsl:function name="fp:level" as="xs:integer">
    <xsl:param name="division" as="element()"/>
    <xsl:sequence select="count($division/ancestor-or-self::*[fp:is-division(.)])"/>
  </xsl:function>

  <xsl:template mode="m:print" as="xs:string*"
      match="div | div1 | div2 | div3 | div4 | div5 | div6 | div7">
    <xsl:choose>
      <xsl:when test="f:is-hidden(.)"/>
      <xsl:when test="ancestor::floatingText or fp:kind(.) = 'section'">
        <xsl:call-template name="fp:section"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="fp:opening"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A part or chapter stands at the top of the code, its text in one block. -->
  <xsl:template name="fp:opening" as="xs:string*">
    <xsl:variable name="chapters" as="element()*"
        select="if (fp:kind(.) = 'part') then *[fp:is-division(.)] else ()"/>
    <xsl:variable name="text" as="xs:string*">
      <xsl:call-template name="fp:flow">
        <xsl:with-param name="nodes"
            select="node()[not(. >> $chapters[1])] except (fp:heads(.), $chapters[1])"/>
      </xsl:call-template>
    </xsl:variable>
    <xsl:call-template name="fp:opening-page"/>
    <xsl:sequence select="'#open-page()&#10;'[fp:has-title(current())][$chapters and exists($text)]"/>
    <xsl:sequence select="(fp:block-start(.), $text, fp:block-end(.))[exists($text)]"/>
    <xsl:if test="$notes = 'chapter' and fp:kind(.) = 'chapter'">
      <xsl:call-template name="fp:chapter-notes"/>
    </xsl:if>
    <xsl:call-template name="t:chapter-end"/>
    <xsl:call-template name="fp:parts">
      <xsl:with-param name="nodes" select="$chapters[1]/(. | following-sibling::node())"/>
    </xsl:call-template>
  </xsl:template>

  <!-- The page on which a part or chapter opens, with its heading if it has one. -->
  <xsl:template name="fp:opening-page" as="xs:string*">
    <xsl:choose>
      <xsl:when test="fp:has-title(.)">
        <xsl:text>#{fp:kind(.)}({f:literal(fp:id(.))}, {fp:level(.)}, </xsl:text>
        <xsl:call-template name="fp:heading"/>
        <xsl:text>)&#10;</xsl:text>
      </xsl:when>
      <xsl:otherwise>#open-page()&#10;#{fp:anchor(.)}&#10;</xsl:otherwise>
    </xsl:choose>
    <xsl:sequence select="fp:begun(.) ! ('#' || fp:anchor(.) || '&#10;')"/>
  </xsl:template>

  <!-- The parts of the text that begin with a division. -->
  <xsl:function name="fp:begun" as="element()*">
    <xsl:param name="division" as="element()"/>
    <xsl:sequence select="
        $division/parent::*[self::body or self::back or self::group]
          [not($division/preceding-sibling::*[normalize-space()])]"/>
  </xsl:function>

  <!-- The beginning of a block of text, whose lines may be numbered, and which may be
       in another language than the book. -->
  <xsl:function name="fp:block-start" as="xs:string">
    <xsl:param name="text" as="element()"/>
    <xsl:variable name="calls" as="xs:string*" select="
        'with-line-numbers('[fp:counts-lines($text)],
        fp:foreign-language($text) ! ('language(' || f:literal(.) || ', ')"/>
    <xsl:sequence select="'#' || string-join($calls ! (. || '{')) || '{&#10;'[empty($calls)]
        || '&#10;'[exists($calls)]"/>
  </xsl:function>
  <!-- Are the lines of a text counted as they are set? Verse has numbers of its own,
       unless lines are counted by the page or prose in the same text has variants. -->
  <xsl:function name="fp:counts-lines" as="xs:boolean" cache="yes">
    <xsl:param name="text" as="element()"/>
    <xsl:sequence select="
        $v:has-lines and exists($text/ancestor-or-self::body)
        and ($lines = 'page' or empty($text//l)
          or exists($text//app[not(ancestor::l)][fp:is-listed(.)]))"/>
  </xsl:function>
  <xsl:function name="fp:block-end" as="xs:string">
    <xsl:param name="text" as="element()"/>
    <xsl:variable name="depth" as="xs:integer"
        select="string-length(replace(fp:block-start($text), '[^(]', ''))"/>
    <xsl:sequence select="
        (if ($depth = 0) then '}' else string-join((1 to $depth) ! '})')) || '&#10;'"/>
  </xsl:function>

  <!-- The language of a text, if it is not that of the book. -->
  <xsl:function name="fp:foreign-language" as="xs:string?">
    <xsl:param name="text" as="element()"/>
    <xsl:variable name="own" as="xs:string?" select="
        $text/ancestor-or-self::*[@xml:lang != ''][1]/@xml:lang ! fp:language(.)"/>
    <xsl:sequence select="$own[. != fp:language(fp:text-language(root($text)))]"/>
  </xsl:function>

  <xsl:template name="fp:section" as="xs:string*">
    <xsl:if test="not(fp:heads(.))">
      <xsl:sequence select="fp:anchor(.)"/>
    </xsl:if>
    <xsl:if test="fp:heads(.)">
      <xsl:text>section({f:literal((fp:id(.), fp:place-name(.))[1])}, {max((1, fp:level(.)))}, {max((1, fp:depth(.)))}, </xsl:text>
      <xsl:call-template name="fp:heading"/>
      <xsl:text>)&#10;</xsl:text>
    </xsl:if>
    <xsl:call-template name="fp:flow">
      <xsl:with-param name="nodes" select="node() except fp:heads(.)"/>
    </xsl:call-template>
  </xsl:template>

  <!-- A name for what has no id: the numbers of itself and of what it is in. -->
  <xsl:function name="fp:place-name" as="xs:string">
    <xsl:param name="part" as="element()"/>
    <xsl:sequence select="
        string-join(('at', $part/ancestor-or-self::* ! string(count(preceding-sibling::*))), '-')"/>
  </xsl:function>

  <!-- How deep a section lies in its chapter. -->
  <xsl:function name="fp:depth" as="xs:integer">
    <xsl:param name="section" as="element()"/>
    <xsl:sequence select="
        count($section/ancestor-or-self::*[fp:is-division(.)][fp:kind(.) = 'section'])"/>
  </xsl:function>

  <!-- What opens and closes -->

  <xsl:template match="body | group | front | back | text" mode="m:print" as="xs:string*">
    <xsl:call-template name="fp:parts"/>
  </xsl:template>
  <!-- A text in the text is indented like a quotation. -->
  <xsl:template match="floatingText" mode="m:print" as="xs:string*" priority="1">
    <xsl:param name="inset" as="xs:integer" select="0" tunnel="yes"/>
    <xsl:text>set-off({{&#10;</xsl:text>
    <xsl:call-template name="fp:flow">
      <xsl:with-param name="inset" select="min(($inset + 1, 6))" tunnel="yes"/>
    </xsl:call-template>
    <xsl:text>}})&#10;</xsl:text>
  </xsl:template>
  <xsl:template match="floatingText//*[self::body or self::front or self::back
      or self::group or self::text]" mode="m:print" as="xs:string*" priority="1">
    <xsl:call-template name="fp:flow"/>
  </xsl:template>

  <!-- The top of the code: parts and chapters, and blocks of all that stands between
       them. Nothing else may stand there, or text would be read as code. -->
  <xsl:template name="fp:parts" as="xs:string*">
    <xsl:param name="nodes" as="node()*" select="node()"/>
    <xsl:for-each-group select="$nodes" group-adjacent="fp:opens(.)">
      <xsl:variable name="code" as="xs:string*">
        <xsl:call-template name="fp:part-of-text">
          <xsl:with-param name="opens" select="current-grouping-key()"/>
          <xsl:with-param name="nodes" select="current-group()"/>
        </xsl:call-template>
      </xsl:variable>
      <xsl:sequence select="
          if (current-grouping-key()) then $code
          else ('#open-page()&#10;'[not(fp:closes(current-group()))], fp:block-start(..),
            fp:anchor(..)[current-group()[1] is $nodes[1]], $code,
            fp:block-end(..))[exists($code)]"/>
    </xsl:for-each-group>
  </xsl:template>

  <!-- Do nodes only close what stands before them, on whose page they stay? -->
  <xsl:function name="fp:closes" as="xs:boolean">
    <xsl:param name="nodes" as="node()+"/>
    <xsl:sequence select="
        exists($nodes/self::*/preceding-sibling::*)
        and (every $part in $nodes/self::* satisfies $part[self::trailer or self::closer
          or self::signed or self::dateline or self::postscript or self::pb or self::lb])"/>
  </xsl:function>
  <xsl:template name="fp:part-of-text" as="xs:string*">
    <xsl:param name="opens" as="xs:boolean"/>
    <xsl:param name="nodes" as="node()+"/>
    <xsl:choose>
      <xsl:when test="$opens">
        <xsl:apply-templates select="$nodes" mode="m:print"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="fp:flow">
          <xsl:with-param name="nodes" select="$nodes"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Does a node stand at the top of the code, with pages of its own? -->
  <xsl:function name="fp:opens" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="
        exists($node[self::body or self::group or self::front or self::back or self::text])
        or exists($node/self::*[fp:is-division(.)][fp:kind(.) != 'section'])
        or exists($node/parent::*[self::front or self::back][not(ancestor::floatingText)])
          and exists($node/self::*[self::titlePage or parent::front and fp:is-front-page(.)])"/>
  </xsl:function>

  <xsl:template match="opener | closer | postscript | argument" mode="m:print" as="xs:string*">
    <xsl:text>set-off({{&#10;</xsl:text>
    <xsl:call-template name="fp:flow"/>
    <xsl:text>}})&#10;</xsl:text>
  </xsl:template>
  <xsl:template match="epigraph" mode="m:print" as="xs:string*">
    <xsl:param name="inset" as="xs:integer" select="0" tunnel="yes"/>
    <xsl:text>epigraph({{&#10;</xsl:text>
    <xsl:call-template name="fp:flow">
      <xsl:with-param name="inset" select="$inset + 4" tunnel="yes"/>
    </xsl:call-template>
    <xsl:text>}})&#10;</xsl:text>
  </xsl:template>
  <xsl:template match="salute | address | trailer | label[parent::div]" mode="m:print"
      as="xs:string*">
    <xsl:call-template name="fp:paragraph">
      <xsl:with-param name="call" select="'short-line'"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="dateline | signed | byline" mode="m:print" as="xs:string*">
    <xsl:call-template name="fp:paragraph">
      <xsl:with-param name="call" select="'short-line'"/>
      <xsl:with-param name="options" select="'place: end, '"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="addrLine" mode="m:print" as="xs:string*">
    <xsl:apply-templates mode="m:print"/>
    <xsl:if test="following-sibling::addrLine">linebreak();</xsl:if>
  </xsl:template>
  <xsl:template match="label" mode="m:print" as="xs:string*" priority="-0.1">
    <xsl:call-template name="fp:set"/>
  </xsl:template>
</xsl:stylesheet>
