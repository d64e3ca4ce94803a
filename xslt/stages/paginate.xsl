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
    xmlns:fp="urn:x-octavo:functions-private">

  <!-- The pages of a document in the order of reading. -->
  <xsl:function name="f:pages" as="element()*" visibility="public">
    <xsl:param name="document" as="document-node()"/>
    <xsl:sequence select="$document//text[not(ancestor::text)] ! fp:pages-within(.)"/>
  </xsl:function>

  <!-- Is the element a page of its own? -->
  <xsl:function name="f:is-page" as="xs:boolean" visibility="public">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="fp:is-part($element) and fp:has-own-text($element)"/>
  </xsl:function>

  <!-- The page on which an element is found. -->
  <xsl:function name="f:page-of" as="element()?" visibility="public">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="part" as="element()?"
        select="$element/ancestor-or-self::*[fp:is-part(.)][1]"/>
    <xsl:variable name="at" as="element()?"
        select="$element/ancestor-or-self::*[.. is $part]"/>
    <xsl:variable name="next" as="element()?"
        select="if ($at) then $at/following-sibling::*[fp:is-part(.)][1] else $part"/>
    <xsl:variable name="previous" as="element()?"
        select="$at/preceding-sibling::*[fp:is-part(.)][1]"/>
    <xsl:sequence select="
        if (empty($previous) and f:is-page($part)) then $part
        else if ($next) then fp:pages-within($next)[1]
        else fp:pages-within($previous)[last()]"/>
  </xsl:function>

  <!-- The nodes of a page: what stands before it, itself or its beginning, what
       stands after it. -->
  <xsl:function name="f:page-nodes" as="node()*" visibility="public">
    <xsl:param name="page" as="element()"/>
    <xsl:variable name="inner" select="$page/*[fp:is-part(.)][1]" as="element()?"/>
    <xsl:sequence select="fp:before($page)"/>
    <xsl:sequence select="
        if (exists($inner)) then $page/node()[. &lt;&lt; $inner] else ($page, fp:after($page))"/>
  </xsl:function>

  <xsl:function name="fp:pages-within" as="element()*">
    <xsl:param name="part" as="element()"/>
    <xsl:sequence select="
        $part[f:is-page(.)], $part/*[fp:is-part(.)] ! fp:pages-within(.)"/>
  </xsl:function>

  <xsl:function name="fp:is-part" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        fp:is-frame($element) or fp:is-division($element) and fp:may-be-page($element)"/>
  </xsl:function>

  <!-- The frame of the text. -->
  <xsl:function name="fp:is-frame" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        if ($element[self::front or self::body or self::back or self::group])
        then $split != '0' and fp:is-frame($element/..)
        else exists($element/self::text[empty(ancestor::*[self::text])])
          or $split != '0' and exists($element/self::text/parent::group)"/>
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
    <xsl:variable name="parent" select="$division/.." as="node()?"/>
    <xsl:sequence select="
        if ($split = '0' or not($parent instance of element())) then false()
        else if (fp:is-frame($parent)) then true()
        else if (not(fp:is-division($parent) and fp:may-be-page($parent))) then false()
        else if ($split = 'auto') then $parent/@type = ('part', 'book', 'volume')
        else count($division/ancestor-or-self::*[fp:is-division(.)]) le xs:integer($split)"/>
  </xsl:function>

  <!-- Has a part, before the first part in it, something to show? -->
  <xsl:function name="fp:has-own-text" as="xs:boolean">
    <xsl:param name="part" as="element()"/>
    <xsl:variable name="inner" select="$part/*[fp:is-part(.)][1]" as="element()?"/>
    <xsl:sequence select="
        if (exists($inner)) then
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
        select="empty($part/preceding-sibling::*[fp:is-part(.)])"/>
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
        if (empty($parent) or exists($part/following-sibling::*[fp:is-part(.)])) then ()
        else ($part/following-sibling::node(), fp:after($parent))"/>
  </xsl:function>
</xsl:stylesheet>
