<?xml version="1.0" encoding="UTF-8"?>
<!-- Headings: their lines, their numbers, and the short form for running heads. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:x-octavo:functions"
    xmlns:fp="urn:x-octavo:functions-private:print"
    xmlns:m="urn:x-octavo:modes"
    xmlns:v="urn:x-octavo:variables">

  <xsl:function name="fp:heads" as="element(head)*">
    <xsl:param name="division" as="element()"/>
    <xsl:variable name="text" as="element()?" select="
        $division/*[not(self::head or self::pb or self::fw or self::lb or self::anchor
          or self::milestone)][1]"/>
    <xsl:sequence select="$division/head[empty($text) or . &lt;&lt; $text][f:plain(.) != '']"/>
  </xsl:function>

  <!-- Headings are those of the source; a preface without one is called so. -->
  <xsl:function name="fp:has-title" as="xs:boolean">
    <xsl:param name="division" as="element()"/>
    <xsl:sequence select="
        exists(fp:heads($division)) or exists($division/@n)
        or ($division/@type != ('chapter', 'section', 'part') and f:has-label($division/@type))"/>
  </xsl:function>

  <!-- The short title, then the lines of the heading. -->
  <xsl:template name="fp:heading" as="xs:string*">
    <xsl:variable name="heads" as="element(head)*" select="fp:heads(.)"/>
    <xsl:choose>
      <xsl:when test="exists($heads)">
        <xsl:text>{{</xsl:text>
        <xsl:sequence select="fp:appendix(.) ! (f:literal(. || '.') || ';sp;')"/>
        <xsl:for-each select="$heads[not(@type = ('sub', 'subtitle'))]">
          <xsl:if test="position() gt 1">" ";</xsl:if>
          <xsl:sequence select="'quiet-capitals({'[fp:shouts(current())]"/>
          <xsl:apply-templates mode="m:print">
            <xsl:with-param name="short" select="true()" tunnel="yes"/>
          </xsl:apply-templates>
          <xsl:sequence select="'});'[fp:shouts(current())]"/>
        </xsl:for-each>
        <xsl:text>}}, {{</xsl:text>
        <xsl:sequence select="fp:appendix(.) ! ('heading-line(&quot;number&quot;, ' || f:literal(.) || ');')"/>
        <xsl:apply-templates select="$heads" mode="m:print"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:variable name="title" as="xs:string" select="f:literal(f:title(.))"/>
        <xsl:text>{$title}, {{heading-line("title", {$title})</xsl:text>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:text>}}</xsl:text>
  </xsl:template>

  <!-- 'Appendix B' for the second of several whose headings do not say so. -->
  <xsl:function name="fp:appendix" as="xs:string?">
    <xsl:param name="division" as="element()"/>
    <xsl:variable name="all" as="element()*"
        select="$division/ancestor::back/*[@type = 'appendix']"/>
    <xsl:variable name="word" select="lower-case(f:label('appendix'))" as="xs:string"/>
    <xsl:if test="count($all) gt 1 and exists($division intersect $all)
        and not(matches(lower-case(f:plain($division/head)), '^\s*(' || $word || '\s|\w{1,2}[.:)])'))">
      <xsl:variable name="letter" as="xs:string">
        <xsl:number value="count($all[. &lt;&lt; $division]) + 1" format="A"/>
      </xsl:variable>
      <xsl:sequence select="f:label('appendix') || ' ' || $letter"/>
    </xsl:if>
  </xsl:function>

  <!-- Is a heading all in capitals, but for its number? -->
  <xsl:function name="fp:shouts" as="xs:boolean">
    <xsl:param name="head" as="element(head)"/>
    <xsl:variable name="words" as="xs:string"
        select="substring(f:plain($head), 1 + string-length(fp:number($head)))"/>
    <xsl:sequence select="$words = upper-case($words) and matches($words, '\p{Lu}{4}')"/>
  </xsl:function>

  <!-- A number at the beginning of a heading gets a line of its own. -->
  <xsl:template match="head" mode="m:print" as="xs:string*">
    <xsl:variable name="number" as="xs:string" select="fp:number(.)"/>
    <xsl:variable name="rest" as="node()*" select="node()[$number = '' or position() gt 1]"/>
    <xsl:if test="$number">
      <xsl:text>heading-line("number", {f:literal($number)});</xsl:text>
    </xsl:if>
    <xsl:variable name="loud" as="xs:boolean" select="fp:shouts(.)"/>
    <xsl:text>heading-line("{fp:head-kind(.)}", {'quiet-capitals('[$loud]}{{</xsl:text>
    <xsl:if test="$number">
      <xsl:sequence select="f:running(substring-after(normalize-space(node()[1]) || ' ', $number))"/>
    </xsl:if>
    <xsl:apply-templates select="$rest" mode="m:print"/>
    <xsl:text>}}{')'[$loud]});</xsl:text>
  </xsl:template>

  <!-- '1' of '1 A child of exiles', 'Part One:' of 'Part One: Beginnings', '2. Kapitel:' of
       '2. Kapitel: Daheim'; empty if there is none. -->
  <xsl:function name="fp:number" as="xs:string">
    <xsl:param name="head" as="element(head)"/>
    <xsl:variable name="words" as="xs:string"
        select="normalize-space($head/node()[1]/self::text())"/>
    <xsl:variable name="named" as="xs:string?"
        select="replace($words, $v:named-number, '$1')[. != $words]"/>
    <xsl:variable name="number" as="xs:string" select="($named, fp:plain-number($words))[1]"/>
    <xsl:sequence select="
        if ($head/parent::*[fp:is-division(.)][fp:kind(.) != 'section']
            and string-length(normalize-space($head)) gt string-length($number))
        then $number else ''"/>
  </xsl:function>
  <xsl:variable name="v:named-number" as="xs:string" select="
      let $kinds := string-join(('part', 'book', 'volume', 'chapter', 'act')
        ! f:label(.) ! (., lower-case(.), upper-case(.)), '|')
      return '^(((' || $kinds || ')\s\S+|[0-9IVXLC]+\S{0,3}\s(' || $kinds || '))[\s&#xA0;&#x202F;]?[.:])\s.*$'"/>

  <!-- A number that is the first word, or follows the name of what it counts. -->
  <xsl:function name="fp:plain-number" as="xs:string">
    <xsl:param name="head" as="xs:string"/>
    <xsl:variable name="words" as="xs:string*" select="tokenize($head)"/>
    <xsl:variable name="called" as="xs:integer" select="
        if (lower-case($words[1]) = ('part', 'book', 'volume', 'chapter', 'act')
            ! lower-case(f:label(.))) then 2 else 1"/>
    <xsl:sequence select="
        if (fp:is-number($words[$called], $called eq 2))
        then string-join($words[position() le $called], ' ') else ''"/>
  </xsl:function>

  <!-- Is a word a number, in figures or Roman? A single letter must be called one. -->
  <xsl:function name="fp:is-number" as="xs:boolean">
    <xsl:param name="word" as="xs:string?"/>
    <xsl:param name="is-called" as="xs:boolean"/>
    <xsl:variable name="bare" as="xs:string" select="replace($word, '[.:]$', '')"/>
    <xsl:sequence select="
        matches($bare, '^[0-9]{1,3}$')
        or $bare != '' and matches($bare, '^C{0,3}(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})$')
        and ($is-called or string-length($bare) gt 1 or ends-with($word, '.'))"/>
  </xsl:function>

  <xsl:function name="fp:head-kind" as="xs:string">
    <xsl:param name="head" as="element(head)"/>
    <xsl:sequence select="
        if ($head/@type = ('sub', 'subtitle')) then 'subtitle'
        else if ($head/following-sibling::head and empty($head/preceding-sibling::head)
          and string-length(normalize-space($head)) le 20) then 'number'
        else 'title'"/>
  </xsl:function>
</xsl:stylesheet>
