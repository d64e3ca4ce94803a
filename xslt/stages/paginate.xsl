<?xml version="1.0" encoding="UTF-8"?>
<!-- Paginate: which parts of a text are pages of a site or files of an e-book.

     The tree of parts: text, front, body, back, and divisions down to the depth
     of `split`. A part is a page if it has no parts or if something stands before
     the first of them. What stands between two parts goes with the second, what
     stands after the last goes with the last: no node belongs to two pages. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:x-octavo:functions"
    xmlns:fp="urn:x-octavo:functions-private"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map">

  <!-- Parts, also by the part they are in, and pages: found once, then looked up. -->
  <xsl:key name="fp:part" use="generate-id(), 'in ' || generate-id(..)" match="
      text[fp:may-be-part(.)] | front[fp:may-be-part(.)] | body[fp:may-be-part(.)]
    | back[fp:may-be-part(.)] | group[fp:may-be-part(.)] | titlePage[fp:may-be-part(.)]
    | div[fp:may-be-part(.)] | div0[fp:may-be-part(.)] | div1[fp:may-be-part(.)]
    | div2[fp:may-be-part(.)] | div3[fp:may-be-part(.)] | div4[fp:may-be-part(.)]
    | div5[fp:may-be-part(.)] | div6[fp:may-be-part(.)] | div7[fp:may-be-part(.)]"/>
  <xsl:key name="fp:page" use="generate-id()" match="
      text[fp:has-own-text(.)] | front[fp:has-own-text(.)] | body[fp:has-own-text(.)]
    | back[fp:has-own-text(.)] | group[fp:has-own-text(.)] | titlePage[fp:has-own-text(.)]
    | div[fp:has-own-text(.)] | div0[fp:has-own-text(.)] | div1[fp:has-own-text(.)]
    | div2[fp:has-own-text(.)] | div3[fp:has-own-text(.)] | div4[fp:has-own-text(.)]
    | div5[fp:has-own-text(.)] | div6[fp:has-own-text(.)] | div7[fp:has-own-text(.)]"/>

  <!-- The pages of a document in the order of reading. -->
  <xsl:function name="f:pages" as="element()*" visibility="public">
    <xsl:param name="document" as="document-node()"/>
    <xsl:sequence select="$document//text[not(ancestor::text)] ! fp:pages-within(.)"/>
  </xsl:function>

  <!-- Is the element a page of its own? -->
  <xsl:function name="f:is-page" as="xs:boolean" visibility="public">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        map:contains($fp:part-names, local-name($element))
        and exists(key('fp:page', generate-id($element), root($element)))"/>
  </xsl:function>

  <!-- The page on which an element is found. -->
  <xsl:function name="f:page-of" as="element()?" visibility="public" cache="yes">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="part" as="element()?"
        select="$element/ancestor-or-self::*[fp:is-part(.)][1]"/>
    <xsl:variable name="inner" as="element()*" select="$part ! fp:inner(.)"/>
    <xsl:variable name="previous" as="element()?"
        select="if ($element is $part) then () else $inner[. &lt;&lt; $element][last()]"/>
    <xsl:variable name="next" as="element()?" select="$inner[. >> $element][1]"/>
    <xsl:sequence select="
        if (empty($previous) and $part ! f:is-page(.)) then $part
        else if ($next) then fp:pages-within($next)[1]
        else $previous ! fp:pages-within(.)[last()]"/>
  </xsl:function>

  <!-- The nodes of a page: what stands before it, itself or its beginning, what
       stands after it. -->
  <xsl:function name="f:page-nodes" as="node()*" visibility="public">
    <xsl:param name="page" as="element()"/>
    <xsl:variable name="inner" select="fp:inner($page)[1]" as="element()?"/>
    <xsl:sequence select="fp:before($page)"/>
    <xsl:sequence select="
        if (exists($inner)) then $page/node()[. &lt;&lt; $inner] else ($page, fp:after($page))"/>
  </xsl:function>

  <xsl:function name="fp:pages-within" as="element()*">
    <xsl:param name="part" as="element()"/>
    <xsl:sequence select="
        $part[f:is-page(.)], fp:inner($part) ! fp:pages-within(.)"/>
  </xsl:function>

  <xsl:function name="fp:is-part" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        map:contains($fp:part-names, local-name($element))
        and exists(key('fp:part', generate-id($element), root($element)))"/>
  </xsl:function>
  <xsl:variable name="fp:part-names" static="yes" as="map(xs:string, xs:boolean)" select="map:merge(tokenize(
      'text front body back group titlePage div div0 div1 div2 div3 div4 div5 div6 div7')
      ! map:entry(., true()))"/>

  <!-- The parts that a part consists of. -->
  <xsl:function name="fp:inner" as="element()*">
    <xsl:param name="part" as="element()"/>
    <xsl:sequence select="key('fp:part', 'in ' || generate-id($part), root($part))"/>
  </xsl:function>

  <xsl:function name="fp:may-be-part" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        fp:is-frame($element) or fp:is-division($element) and fp:may-be-page($element)"/>
  </xsl:function>

  <!-- The frame of the text. -->
  <xsl:function name="fp:is-frame" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        if ($element[self::front or self::body or self::back or self::group])
        then $split != 'none' and fp:is-frame($element/..)
        else exists($element/self::text[empty(ancestor::*[self::text])])
          or $split != 'none' and exists($element/self::text/parent::group)"/>
  </xsl:function>

  <xsl:function name="fp:is-division" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        exists($element[self::div or self::titlePage or self::div1 or self::div2 or self::div3
          or self::div4 or self::div5 or self::div6 or self::div7 or self::div0])"/>
  </xsl:function>

  <!-- Is a division high enough in the tree, and of a kind, to be a page? -->
  <xsl:function name="fp:may-be-page" as="xs:boolean">
    <xsl:param name="division" as="element()"/>
    <xsl:sequence select="
        if ($split = 'none') then false()
        else if ($split = 'part') then fp:depth($division) = 1
        else if ($split castable as xs:integer)
          then fp:depth($division) = 1 to xs:integer($split)
        else if ($split = 'section')
          then fp:is-chapter($division) or fp:is-chapter($division/..)
        else fp:is-chapter($division)"/>
  </xsl:function>

  <!-- A top division, or one inside a part, book or volume. -->
  <xsl:function name="fp:is-chapter" as="xs:boolean">
    <xsl:param name="division" as="node()?"/>
    <xsl:variable name="parent" select="$division/parent::*" as="element()?"/>
    <xsl:sequence select="
        exists($parent) and fp:is-division($division)
        and (fp:is-frame($parent)
          or $parent/@type = ('part', 'book', 'volume', 'group') and fp:is-chapter($parent))"/>
  </xsl:function>

  <!-- How deep a division stands below front, body or back; 0 for one elsewhere. -->
  <xsl:function name="fp:depth" as="xs:integer">
    <xsl:param name="division" as="element()"/>
    <xsl:variable name="above" as="element()*" select="$division/ancestor::*"/>
    <xsl:variable name="frame" as="element()?" select="$above[fp:is-frame(.)][last()]"/>
    <xsl:variable name="between" as="element()*" select="$above[. >> $frame]"/>
    <xsl:sequence select="
        if (empty($frame) or exists($between[not(fp:is-division(.))])) then 0
        else count($between) + 1"/>
  </xsl:function>

  <!-- Has a part, before the first part in it, something to show? -->
  <xsl:function name="fp:has-own-text" as="xs:boolean">
    <xsl:param name="part" as="element()"/>
    <xsl:variable name="inner" select="fp:inner($part)[1]" as="element()?"/>
    <xsl:sequence select="
        if (not(fp:is-part($part))) then false()
        else if (exists($inner)) then
          some $node in $part/node()[. &lt;&lt; $inner] satisfies fp:shows-something($node)
        else if (fp:is-division($part)) then not(f:is-emptied($part))
        else fp:shows-something($part)"/>
  </xsl:function>

  <xsl:function name="fp:shows-something" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="
        exists($node/descendant-or-self::text()[normalize-space()])
        or exists($node/descendant-or-self::graphic)"/>
  </xsl:function>

  <!-- Nodes between the part before and this one, and those above that start here. -->
  <xsl:function name="fp:before" as="node()*">
    <xsl:param name="part" as="element()"/>
    <xsl:variable name="parent" select="$part/parent::*[fp:is-part(.)]" as="element()?"/>
    <xsl:variable name="is-first" as="xs:boolean"
        select="empty($parent) or fp:inner($parent)[1] is $part"/>
    <xsl:choose>
      <xsl:when test="empty($parent) or $is-first and f:is-page($parent)"/>
      <xsl:otherwise>
        <xsl:sequence select="if ($is-first) then fp:before($parent) else ()"/>
        <xsl:sequence select="fp:run-before($part, ())"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- Siblings before a node, back to a part; called on itself, last of all. -->
  <xsl:function name="fp:run-before" as="node()*">
    <xsl:param name="start" as="node()"/>
    <xsl:param name="found" as="node()*"/>
    <xsl:variable name="before" select="$start/preceding-sibling::node()[1]" as="node()?"/>
    <xsl:sequence select="
        if (empty($before) or $before/self::*[fp:is-part(.)]) then $found
        else fp:run-before($before, ($before, $found))"/>
  </xsl:function>

  <!-- Nodes after the last part, here and above. -->
  <xsl:function name="fp:after" as="node()*">
    <xsl:param name="part" as="element()"/>
    <xsl:variable name="parent" select="$part/parent::*[fp:is-part(.)]" as="element()?"/>
    <xsl:sequence select="
        if (empty($parent) or not(fp:inner($parent)[last()] is $part)) then ()
        else ($part/following-sibling::node(), fp:after($parent))"/>
  </xsl:function>
</xsl:stylesheet>
