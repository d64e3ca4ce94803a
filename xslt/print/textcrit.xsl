<?xml version="1.0" encoding="UTF-8"?>
<!-- Textual criticism: the apparatus at the foot of the page, lines with numbers. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:x-octavo:functions"
    xmlns:fp="urn:x-octavo:functions-private:print"
    xmlns:m="urn:x-octavo:modes"
    xmlns:v="urn:x-octavo:variables">

  <!-- Are the lines of the text numbered? By default, if there are variants to find. -->
  <xsl:variable name="v:has-lines" as="xs:boolean" select="
      $lines = ('page', 'section') or $lines = 'auto' and $apparatus and exists(//text//app[rdg])"/>

  <!-- Is there an apparatus at the foot, above or below the notes? -->
  <xsl:variable name="v:has-apparatus" as="xs:boolean"
      select="$apparatus and exists(//body//app[fp:is-listed(.)])"/>

  <!-- Does the apparatus at the foot list this place of variation? -->
  <xsl:function name="fp:is-listed" as="xs:boolean">
    <xsl:param name="place" as="element(app)"/>
    <xsl:sequence select="
        $apparatus and exists(fp:other-readings($place)) and exists($place/ancestor::body)
        and exists($place/ancestor::*[self::p or self::ab or self::l])
        and empty($place/ancestor::*[self::note or self::head or self::app or self::cell])"/>
  </xsl:function>

  <xsl:function name="fp:other-readings" as="element()*">
    <xsl:param name="place" as="element(app)"/>
    <xsl:variable name="chosen" as="element()?" select="(f:chosen($place), $place/lem)[1]"/>
    <xsl:sequence select="$place/(lem | rdg | rdgGrp/(lem | rdg))[not(. is $chosen)]"/>
  </xsl:function>

  <!-- The places of variation in a paragraph or line, for each of them. -->
  <xsl:key name="fp:places-in" match="app[fp:is-listed(.)]" use="generate-id(fp:line-of(.))"/>
  <xsl:function name="fp:line-of" as="element()?">
    <xsl:param name="place" as="element()"/>
    <xsl:sequence select="$place/ancestor::*[self::p or self::ab or self::l][1]"/>
  </xsl:function>

  <xsl:template match="app" mode="m:print" as="xs:string*">
    <xsl:apply-templates select="f:chosen(.)/node()" mode="m:print"/>
  </xsl:template>
  <!-- 'red] read B C; rede D', with the number of the line if the text has it. -->
  <xsl:template match="app[fp:is-listed(.)]" mode="m:print" as="xs:string*" priority="1">
    <xsl:param name="short" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:variable name="near" as="element(app)+" select="
        key('fp:places-in', generate-id(fp:line-of(.)))"/>
    <xsl:if test="not($short)">
      <xsl:text>variation({f:literal(fp:id(.))}, {f:literal(fp:lemma(.))}, {{</xsl:text>
      <xsl:call-template name="fp:readings"/>
      <xsl:text>}}, </xsl:text>
      <xsl:sequence select="
          fp:verse-number(ancestor::l[1]) ! ('line: ' || f:literal(.) || ', '),
          'level: 2, '[fp:apparatus-of(current()) = 2],
          $near[. &lt;&lt; current()][last()] ! ('before: ' || f:literal(fp:id(.)) || ', '),
          $near[. >> current()][1] ! ('after: ' || f:literal(fp:id(.)) || ', '), '{'"/>
    </xsl:if>
    <xsl:apply-templates select="f:chosen(.)/node()" mode="m:print"/>
    <xsl:sequence select="'});'[not($short)]"/>
  </xsl:template>
  <xsl:template name="fp:readings" as="xs:string*">
    <xsl:for-each select="fp:other-readings(.)">
      <xsl:if test="position() gt 1">";";sp;</xsl:if>
      <xsl:call-template name="fp:reading"/>
    </xsl:for-each>
    <xsl:for-each select="note">
      <xsl:text>sp;</xsl:text>
      <xsl:apply-templates mode="m:print"/>
    </xsl:for-each>
  </xsl:template>

  <!-- An apparatus apart from the text: a list of its entries, each after its place. -->
  <xsl:template match="listApp" mode="m:print" as="xs:string*">
    <xsl:call-template name="fp:flow"/>
  </xsl:template>
  <xsl:template match="listApp/head" mode="m:print" as="xs:string*">
    <xsl:call-template name="fp:paragraph">
      <xsl:with-param name="call" select="'short-line'"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="listApp/app" mode="m:print" as="xs:string*" priority="2">
    <xsl:text>reference({{</xsl:text>
    <xsl:sequence select="
        if (@loc) then 'bold(' || f:literal(@loc) || ');sp;' else fp:lines-between(.)"/>
    <xsl:if test="lem">{f:literal(f:plain(lem) || ']')};sp;</xsl:if>
    <xsl:for-each select="rdg | rdgGrp/rdg">
      <xsl:if test="position() gt 1">";";sp;</xsl:if>
      <xsl:call-template name="fp:reading"/>
    </xsl:for-each>
    <xsl:for-each select="note">
      <xsl:text>sp;</xsl:text>
      <xsl:apply-templates mode="m:print"/>
    </xsl:for-each>
    <xsl:text>}})&#10;</xsl:text>
  </xsl:template>

  <!-- The lines that an entry apart is about, by its two ends. -->
  <xsl:function name="fp:lines-between" as="xs:string?">
    <xsl:param name="entry" as="element(app)"/>
    <xsl:variable name="ends" select="$entry/(f:target(@from), f:target(@to))" as="element()*"/>
    <xsl:variable name="verse" as="xs:string*"
        select="distinct-values($ends ! fp:verse-number(ancestor-or-self::l[1]))"/>
    <xsl:sequence select="
        if (empty($ends)) then ()
        else if (exists($verse)) then 'bold(' || f:literal(string-join($verse, '–')) || ');sp;'
        else 'lines-between(' || string-join(($ends[1], $ends[last()]) ! f:literal(fp:id(.)), ', ')
          || ', per-page: true'[$lines != 'section'] || ');'"/>
  </xsl:function>

  <!-- The first or the second apparatus. -->
  <xsl:function name="fp:apparatus-of" as="xs:integer">
    <xsl:param name="place" as="element(app)"/>
    <xsl:sequence select="if ($place/@type ! tokenize(.) = $second) then 2 else 1"/>
  </xsl:function>

  <xsl:function name="fp:places" as="element(app)*">
    <xsl:param name="group" as="element()*"/>
    <xsl:sequence select="$group/descendant-or-self::app[fp:is-listed(.)]"/>
  </xsl:function>

  <xsl:template name="fp:reading" as="xs:string*">
    <xsl:variable name="words" as="xs:string" select="f:plain(node())"/>
    <xsl:choose>
      <xsl:when test="$words = ''">emphasis({f:literal(f:label('omitted'))});</xsl:when>
      <xsl:otherwise>
        <xsl:apply-templates mode="m:print">
          <xsl:with-param name="short" select="true()" tunnel="yes"/>
        </xsl:apply-templates>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:if test="@wit">
      <xsl:variable name="sigla" as="xs:string*" select="tokenize(@wit) ! replace(., '^.*#', '')"/>
      <xsl:text>sp;emphasis({f:literal(string-join($sigla, '&#xa0;'))});</xsl:text>
    </xsl:if>
  </xsl:template>

  <!-- The witnesses and their sigla, before the text. -->
  <xsl:template name="fp:witnesses" as="xs:string*">
    <xsl:variable name="known" as="element(witness)*" select="
        (//listWit//witness, $registers//witness)[@xml:id][not(ancestor::text)]"/>
    <xsl:variable name="title" as="xs:string" select="f:literal(f:label('witnesses'))"/>
    <xsl:if test="exists($known) and exists(//text//app[fp:is-listed(.)])">
      <xsl:text>#chapter("witnesses", 1, {$title}, heading-line("title", {$title}))&#10;#{{&#10;</xsl:text>
      <xsl:apply-templates select="$known" mode="m:print"/>
      <xsl:text>}}&#10;</xsl:text>
    </xsl:if>
  </xsl:template>

  <xsl:template match="listWit" mode="m:print" as="xs:string*">
    <xsl:apply-templates select="*" mode="m:print"/>
  </xsl:template>
  <xsl:template match="witness" mode="m:print" as="xs:string*">
    <xsl:call-template name="fp:hung">
      <xsl:with-param name="sign"
          select="string((@n, @xml:id)[1] ! ('emphasis(' || f:literal(.) || ');'))"/>
    </xsl:call-template>
  </xsl:template>

  <!-- The words of the text that the readings replace; of many the first and the last. -->
  <xsl:function name="fp:lemma" as="xs:string">
    <xsl:param name="place" as="element(app)"/>
    <xsl:variable name="words" as="xs:string*" select="tokenize(f:plain((f:chosen($place), $place/lem)[1]/node()))"/>
    <xsl:sequence select="
        if (empty($words)) then f:label('omitted')
        else if (count($words) gt 5) then $words[1] || ' … ' || $words[last()]
        else string-join($words, ' ')"/>
  </xsl:function>

  <!-- The number of a verse line: of the source, else counted in its division. -->
  <xsl:function name="fp:verse-number" as="xs:string?">
    <xsl:param name="line" as="element(l)?"/>
    <xsl:sequence select="
        if (empty($line) or $lines = 'page'
          or fp:counts-lines((fp:chapter($line), $line/ancestor::body[last()], $line)[1])) then ()
        else ($line/@n, $line ! string(f:number(., 'line')))[1] ! string()"/>
  </xsl:function>

  <!-- Every fifth line of verse shows its number in the margin. -->
  <xsl:template name="fp:margin-number" as="xs:string?">
    <xsl:variable name="number" as="xs:string?" select="fp:verse-number(.)"/>
    <xsl:if test="$v:has-lines and $number castable as xs:integer
        and xs:integer($number) mod 5 = 0">
      <xsl:text>number: {f:literal($number)}, </xsl:text>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
