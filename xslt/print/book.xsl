<?xml version="1.0" encoding="UTF-8"?>
<!-- Book: the parts of the book in their order. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:x-octavo:functions"
    xmlns:fp="urn:x-octavo:functions-private:print"
    xmlns:m="urn:x-octavo:modes"
    xmlns:t="urn:x-octavo:slots"
    xmlns:v="urn:x-octavo:variables">

  <xsl:template match="/" mode="m:print" as="xs:string*">
    <xsl:variable name="texts" as="element(text)*" select="//text[not(ancestor::text)]"/>
    <xsl:variable name="front" as="element()*" select="fp:front(.)"/>
    <xsl:call-template name="fp:frame"/>
    <xsl:call-template name="fp:title-pages"/>
    <xsl:apply-templates select="$front[fp:is-front-page(.)]" mode="m:print"/>
    <xsl:call-template name="t:book-front"/>
    <xsl:call-template name="fp:contents"/>
    <xsl:call-template name="fp:illustrations"/>
    <xsl:call-template name="fp:parts">
      <xsl:with-param name="nodes" select="
          $front[not(. &lt;&lt; fp:title-matter(/)[1])][fp:stands-in-order(.)]"/>
    </xsl:call-template>
    <xsl:call-template name="fp:witnesses"/>
    <xsl:text>#main-matter()&#10;</xsl:text>
    <xsl:call-template name="fp:main-text"/>
    <xsl:call-template name="fp:parts">
      <xsl:with-param name="nodes" select="$texts/back/*[not(fp:is-replaced(.))]"/>
    </xsl:call-template>
    <xsl:call-template name="fp:indexes"/>
    <xsl:call-template name="t:book-back"/>
    <xsl:call-template name="fp:colophon"/>
  </xsl:template>

  <!-- The text, or both texts that face each other, and what belongs to it. -->
  <xsl:template name="fp:main-text" as="xs:string*">
    <xsl:choose>
      <xsl:when test="exists($facing)">
        <xsl:call-template name="fp:facing-texts"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:apply-templates select="//text[not(ancestor::text)]/(body | group)" mode="m:print"/>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:call-template name="fp:plates"/>
    <xsl:call-template name="fp:endnotes"/>
  </xsl:template>

  <!-- The template, the house style, and what holds for the whole book. -->
  <xsl:template name="fp:frame" as="xs:string*">
    <xsl:text>#import "/octavo/book.typ": *&#10;#import "/house.typ": *&#10;</xsl:text>
    <xsl:text>#show: book.with(title: {f:literal(fp:title(.))}, </xsl:text>
    <xsl:text>author: {f:array(fp:authors(.))}, </xsl:text>
    <xsl:text>language: {f:literal(fp:language(fp:text-language(.)))}, </xsl:text>
    <xsl:text>running: {f:literal(fp:title(.))}, </xsl:text>
    <xsl:text>{'readings: true, '[$v:has-apparatus]}{'apart: true, '[exists(current()//listApp/app/@from)]}</xsl:text>
    <xsl:text>lines: "{if ($lines = 'section') then 'section' else 'page'}")&#10;</xsl:text>
  </xsl:template>

  <xsl:function name="fp:text-language" as="xs:string">
    <xsl:param name="document" as="document-node()"/>
    <xsl:sequence select="
        (($document//text)[1]/ancestor-or-self::*[@xml:lang != ''][1]/@xml:lang,
         $document//langUsage/language/@ident, $language)[1] ! string()"/>
  </xsl:function>

  <!-- Contents and list of illustrations are made anew, with the pages of this book,
       if there is something to list; else the lists of the source stand. -->
  <xsl:template name="fp:contents" as="xs:string*">
    <xsl:if test="fp:has-contents(.)">
      <xsl:variable name="title" as="xs:string" select="
          f:literal((//front//div[@type = 'contents']/head/f:plain(.), f:label('contents'))[1])"/>
      <xsl:text>#chapter("contents", 1, listed: false, {$title}, heading-line("title", {$title}))&#10;</xsl:text>
      <xsl:sequence select="(//front//div[@type = ('contents', 'toc')])[1] ! ('#' || fp:anchor(.) || '&#10;')"/>
      <xsl:text>#contents({if (fp:has-parts(.)) then 2 else 1}, {fp:lines(//text//*[fp:is-division(.)][fp:kind(.) != 'section'])})&#10;</xsl:text>
    </xsl:if>
  </xsl:template>
  <xsl:template name="fp:illustrations" as="xs:string*">
    <xsl:if test="fp:has-illustrations(.)">
      <xsl:variable name="title" as="xs:string" select="
          f:literal((//front//div[@type = 'illustrations']/head/f:plain(.),
            f:label('illustrations'))[1])"/>
      <xsl:text>#chapter("illustrations", 1, {$title}, heading-line("title", {$title}))&#10;</xsl:text>
      <xsl:sequence select="(//front//div[@type = 'illustrations'])[1] ! ('#' || fp:anchor(.) || '&#10;')"/>
      <xsl:text>#illustrations({fp:lines(//text//figure[graphic])})&#10;</xsl:text>
    </xsl:if>
  </xsl:template>

  <!-- About how many lines a list of headings takes. -->
  <xsl:function name="fp:lines" as="xs:integer">
    <xsl:param name="listed" as="element()*"/>
    <xsl:sequence select="
        xs:integer(sum($listed[head] ! (1 + string-length(f:plain(head)) idiv 40)))"/>
  </xsl:function>

  <xsl:function name="fp:has-contents" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="count(root($node)//body/*[fp:is-division(.)]/head) gt 1"/>
  </xsl:function>
  <xsl:function name="fp:has-illustrations" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="count(root($node)//text//figure[head][graphic[fp:image(.)]]) gt 1"/>
  </xsl:function>
  <xsl:function name="fp:has-parts" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="exists(root($node)//body/*[fp:kind(.) = 'part'])"/>
  </xsl:function>

  <!-- What the book makes anew or has already used. -->
  <xsl:function name="fp:is-replaced" as="xs:boolean">
    <xsl:param name="part" as="element()"/>
    <xsl:sequence select="
        ($part/@type = ('contents', 'toc') and fp:has-contents($part))
        or ($part/@type = 'illustrations' and fp:has-illustrations($part))
        or f:is-hidden($part)"/>
  </xsl:function>
  <xsl:function name="fp:is-front-page" as="xs:boolean">
    <xsl:param name="part" as="element()"/>
    <xsl:sequence select="$part/@type = ('dedication', 'epigraph') or exists($part/self::epigraph)"/>
  </xsl:function>
  <!-- What of the front has no place of its own in the book, and keeps that of the source. -->
  <xsl:function name="fp:stands-in-order" as="xs:boolean">
    <xsl:param name="part" as="element()"/>
    <xsl:sequence select="
        not(fp:is-front-page($part) or fp:is-imprint($part) or fp:is-half-title($part)
          or fp:is-replaced($part) or $part intersect fp:title-matter(root($part)))"/>
  </xsl:function>
  <!-- What follows the imprint without a heading belongs to it. -->
  <xsl:function name="fp:is-imprint" as="xs:boolean">
    <xsl:param name="part" as="element()"/>
    <xsl:sequence select="
        $part/@type = ('imprint', 'copyright')
        or $part[not(head or @type or self::titlePage or self::epigraph)]
          /preceding-sibling::*[1] ! fp:is-imprint(.)"/>
  </xsl:function>
</xsl:stylesheet>
