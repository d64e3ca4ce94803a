<?xml version="1.0" encoding="UTF-8"?>
<!-- Facing: two texts on facing pages, kept in step.

     Both texts are cut into units: headings, paragraphs, stanzas. Units that belong
     together make a row; the template begins the two sides of a row on the same
     opening. What belongs together says @corresp, in either text, or the order. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:x-octavo:functions"
    xmlns:fp="urn:x-octavo:functions-private:print"
    xmlns:m="urn:x-octavo:modes"
    xmlns:v="urn:x-octavo:variables">

  <xsl:key name="fp:joined" match="*[@corresp or @sameAs]"
      use="(@corresp, @sameAs) ! tokenize(.) ! substring-after(., '#')"/>

  <!-- The bodies of both texts, chapter by chapter. -->
  <xsl:template name="fp:facing-texts" as="xs:string*">
    <xsl:variable name="left" as="element()*"
        select="fp:chapters(//text[not(ancestor::text)]/body)"/>
    <xsl:variable name="right" as="element()*"
        select="fp:chapters($facing//text[not(ancestor::text)]/body)"/>
    <xsl:variable name="places" select="fp:places-beside($left, $right)" as="xs:integer*"/>
    <xsl:for-each select="$left">
      <xsl:variable name="place" select="position()" as="xs:integer"/>
      <xsl:call-template name="fp:facing-chapter">
        <xsl:with-param name="beside" select="
            for $at in index-of($places, $place) return $right[$at]"/>
      </xsl:call-template>
    </xsl:for-each>
  </xsl:template>

  <!-- What opens pages of its own: chapters, also those of parts; or the whole body. -->
  <xsl:function name="fp:chapters" as="element()*">
    <xsl:param name="parts" as="element()*"/>
    <xsl:for-each select="$parts">
      <xsl:variable name="inner" as="element()*"
          select="*[fp:is-division(.)][not(f:is-hidden(.))]"/>
      <xsl:sequence select="
          if (exists($inner) and (self::body or fp:kind(.) = 'part'))
          then fp:chapters($inner) else ."/>
    </xsl:for-each>
  </xsl:function>

  <!-- For each element of the right, beside which of the left it stands: never before
       one that stood beside an earlier one, so that nothing changes its order. -->
  <xsl:function name="fp:places-beside" as="xs:integer*">
    <xsl:param name="left" as="element()*"/>
    <xsl:param name="right" as="element()*"/>
    <xsl:variable name="names" select="$left ! generate-id()" as="xs:string*"/>
    <xsl:variable name="linked" as="xs:integer*" select="
        for $at in 1 to count($right)
        return (fp:joined($right[$at]) ! index-of($names, generate-id(.)), 0)[1]"/>
    <xsl:variable name="by-order" as="xs:boolean"
        select="$facing-by = 'order' or not($linked > 0)"/>
    <xsl:variable name="wanted" as="xs:integer*"
        select="for $at in 1 to count($right) return
          if ($linked[$at] gt 0) then $linked[$at]
          else (fp:like-division($left, $right, $right[$at]) ! index-of($names, generate-id(.)), 0)[1]"/>
    <xsl:iterate select="1 to count($right)">
      <xsl:param name="last" as="xs:integer" select="1"/>
      <xsl:variable name="here" as="xs:integer" select="
          if ($by-order) then min((., count($left))) else max(($last, $wanted[current()]))"/>
      <xsl:sequence select="$here"/>
      <xsl:next-iteration>
        <xsl:with-param name="last" select="$here"/>
      </xsl:next-iteration>
    </xsl:iterate>
  </xsl:function>

  <!-- Headings without links belong together by their order, if there are as many. -->
  <xsl:function name="fp:like-division" as="element()?">
    <xsl:param name="left" as="element()*"/>
    <xsl:param name="right" as="element()*"/>
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="mine" as="element()*" select="$left[fp:is-division(.)]"/>
    <xsl:variable name="theirs" as="element()*" select="$right[fp:is-division(.)]"/>
    <xsl:if test="fp:is-division($element) and count($mine) = count($theirs)">
      <xsl:sequence select="$mine[1 + count($theirs[. &lt;&lt; $element])]"/>
    </xsl:if>
  </xsl:function>

  <!-- The elements of the left text that one of the right is joined with. -->
  <xsl:function name="fp:joined" as="element()*">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="names" as="xs:string*" select="
        $element/(@corresp, @sameAs) ! tokenize(.) ! substring-after(., '#')"/>
    <xsl:sequence select="
        key('f:element', $names, $fp:left)
        | ($element/@xml:id ! key('fp:joined', ., $fp:left))"/>
  </xsl:function>
  <xsl:variable name="fp:left" select="/" as="document-node()"/>

  <!-- A chapter on left-hand pages and what stands beside it. -->
  <xsl:template name="fp:facing-chapter" as="xs:string*">
    <xsl:param name="beside" as="element()*"/>
    <xsl:variable name="left" select="fp:units(.)" as="element()*"/>
    <xsl:variable name="right" select="$beside ! fp:units(.)" as="element()*"/>
    <xsl:variable name="places" select="fp:places-beside($left, $right)" as="xs:integer*"/>
    <xsl:text>#facing({'numbered: true, '[fp:counts-lines(current())]}{fp:short(.)}, {($beside[1] ! fp:short(.), '[]')[1]}, </xsl:text>
    <xsl:text>{f:literal(fp:language(fp:text-language($facing)))}, (&#10;</xsl:text>
    <xsl:for-each select="$left">
      <xsl:variable name="place" select="position()" as="xs:integer"/>
      <xsl:call-template name="fp:row">
        <xsl:with-param name="beside"
            select="for $at in index-of($places, $place) return $right[$at]"/>
      </xsl:call-template>
    </xsl:for-each>
    <xsl:text>))&#10;</xsl:text>
  </xsl:template>
  <xsl:template name="fp:row" as="xs:string*">
    <xsl:param name="beside" as="element()*"/>
    <xsl:text>((</xsl:text>
    <xsl:call-template name="fp:unit"/>
    <xsl:text>), (</xsl:text>
    <xsl:for-each select="$beside">
      <xsl:call-template name="fp:unit"/>
    </xsl:for-each>
    <xsl:text>)),&#10;</xsl:text>
  </xsl:template>

  <xsl:function name="fp:short" as="xs:string">
    <xsl:param name="chapter" as="element()"/>
    <xsl:sequence select="f:literal(if ($chapter/self::body) then '' else f:title($chapter))"/>
  </xsl:function>

  <!-- What stays together: a division for its heading, blocks, short stanzas, lines. -->
  <xsl:function name="fp:units" as="element()*">
    <xsl:param name="part" as="element()"/>
    <xsl:sequence select="$part[fp:is-division(.)][fp:has-title(.)]"/>
    <xsl:for-each select="$part/(* except fp:heads($part))[not(f:is-hidden(.))]">
      <xsl:sequence select="
          if (fp:is-division(.) or self::lg[lg or count(l) gt 8] or self::sp) then fp:units(.)
          else if (fp:breaks(.) or self::head or self::speaker) then . else ()"/>
    </xsl:for-each>
  </xsl:function>

  <!-- A unit: the call that sets it, and its words in pieces, if it may be divided. -->
  <xsl:template name="fp:unit" as="xs:string*">
    <xsl:choose>
      <xsl:when test="fp:is-division(.)">
        <xsl:call-template name="fp:facing-heading"/>
      </xsl:when>
      <xsl:when test="(self::p or self::ab) and not(node()[fp:breaks(.)])">
        <xsl:call-template name="fp:paragraph-unit"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="fp:whole-unit"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template name="fp:whole-unit" as="xs:string*">
    <xsl:param name="code" as="xs:string*">
      <xsl:apply-templates select="." mode="m:print"/>
    </xsl:param>
    <xsl:sequence select="('(whole, ({', $code, '}, )), ')[exists($code)]"/>
  </xsl:template>

  <!-- A paragraph may be divided, with what a house style puts before and after it; if
       the house style puts it into something, it stays whole. -->
  <xsl:template name="fp:paragraph-unit" as="xs:string*">
    <xsl:variable name="made" as="xs:string*">
      <xsl:apply-templates select="." mode="m:print"/>
    </xsl:variable>
    <xsl:variable name="plain" as="xs:string*">
      <xsl:sequence select="fp:anchor(.), fp:own-language(.) ! ('language(' || f:literal(.) || ', {')"/>
      <xsl:call-template name="fp:flow">
        <xsl:with-param name="indented" select="fp:is-indented(.)"/>
      </xsl:call-template>
      <xsl:sequence select="fp:own-language(.) ! '});'"/>
    </xsl:variable>
    <xsl:variable name="around" as="xs:string*" select="
        let $code := string-join($made), $own := string-join($plain) return
          if (contains($code, $own)) then (substring-before($code, $own), substring-after($code, $own))
          else '('"/>
    <xsl:call-template name="fp:whole-unit">
      <xsl:with-param name="code" select="
          if (every $part in $around satisfies fp:is-balanced($part)) then $around[1][.] else $made"/>
    </xsl:call-template>
    <xsl:if test="every $part in $around satisfies fp:is-balanced($part)">
      <xsl:call-template name="fp:divisible-unit"/>
      <xsl:call-template name="fp:whole-unit">
        <xsl:with-param name="code" select="$around[2][.]"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>
  <xsl:template name="fp:divisible-unit" as="xs:string*">
    <xsl:variable name="form" as="xs:string" select="
        'paragraph' || '.with(indented: false)'[not(fp:is-indented(current()))]"/>
    <xsl:text>({(fp:own-language(.)
      ! ('in-language(' || f:literal(.) || ', ' || $form || ')'), $form)[1]}, (</xsl:text>
    <xsl:sequence select="fp:anchor(.) ! ('{' || . || '}, ')"/>
    <xsl:call-template name="fp:pieces"/>
    <xsl:text>)), </xsl:text>
  </xsl:template>

  <!-- The language of an element, if it is another than around it. -->
  <xsl:function name="fp:own-language" as="xs:string?">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        $element/@xml:lang[. != ($element/ancestor::*/@xml:lang)[last()]] ! fp:language(.)"/>
  </xsl:function>

  <!-- Does some code close all that it opens, and nothing else? -->
  <xsl:function name="fp:is-balanced" as="xs:boolean">
    <xsl:param name="code" as="xs:string"/>
    <xsl:variable name="bare" as="xs:string" select="replace($code, '&quot;([^&quot;\\]|\\.)*&quot;', '')"/>
    <xsl:sequence select="
        every $pair in ('()', '{}') satisfies
          sum(string-to-codepoints($bare) ! index-of(string-to-codepoints($pair), .) ! (3 - 2 * .)) = 0"/>
  </xsl:function>
  <xsl:template name="fp:facing-heading" as="xs:string*">
    <xsl:text>(whole, ({{facing-heading({f:literal(fp:id(.))}, {fp:level(.)}, </xsl:text>
    <xsl:text>{if (fp:kind(.) = 'section') then 'false' else 'true'}, </xsl:text>
    <xsl:call-template name="fp:heading"/>
    <xsl:text>)}}, )), </xsl:text>
  </xsl:template>
</xsl:stylesheet>
