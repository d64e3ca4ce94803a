<?xml version="1.0" encoding="UTF-8"?>
<!-- Parts: what pages have in common is made once: the text of a chapter, which is in the
     whole text, too; the contents, which stand beside each chapter.

     On the page of a chapter its text and its notes stand between two marks; in the whole
     text one mark stands for them. parts.py puts them there and changes what differs: the
     levels of headings, and links between pages, which become links within one. The contents
     stand between marks on the first page; a mark elsewhere tells which entry is the page. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:e="urn:x-octavo:edition"
    xmlns:f="urn:x-octavo:functions"
    xmlns:fp="urn:x-octavo:functions-private"
    xmlns:m="urn:x-octavo:modes"
    xmlns:tp="urn:x-octavo:slots-private">

  <!-- At the beginning of the whole text: the file of each page, and its id. -->
  <xsl:template name="tp:addresses" as="processing-instruction()?">
    <xsl:param name="part" as="xs:string" select="''" tunnel="yes"/>
    <xsl:if test="$part = 'whole'">
      <xsl:processing-instruction name="octavo-ids"
          select="f:pages(root(.)) ! (f:file(.), encode-for-uri(f:id(.)))"/>
    </xsl:if>
  </xsl:template>

  <!-- `part` tells what is made: 'chapter', 'whole', or something else. -->
  <xsl:template priority="100" as="node()*" match="
      text[fp:is-leaf(.)] | front[fp:is-leaf(.)] | body[fp:is-leaf(.)] | back[fp:is-leaf(.)]
    | group[fp:is-leaf(.)] | titlePage[fp:is-leaf(.)] | div[fp:is-leaf(.)]
    | div0[fp:is-leaf(.)] | div1[fp:is-leaf(.)] | div2[fp:is-leaf(.)] | div3[fp:is-leaf(.)]
    | div4[fp:is-leaf(.)] | div5[fp:is-leaf(.)] | div6[fp:is-leaf(.)] | div7[fp:is-leaf(.)]">
    <xsl:param name="part" as="xs:string" select="''" tunnel="yes"/>
    <xsl:param name="level" as="xs:integer" select="1" tunnel="yes"/>
    <xsl:variable name="name" as="xs:string" select="f:file(.)"/>
    <xsl:choose>
      <xsl:when test="$part = 'whole'">
        <xsl:processing-instruction name="octavo-put" select="$name, $level"/>
      </xsl:when>
      <xsl:when test="$part = 'chapter'">
        <xsl:processing-instruction name="octavo-part" select="$name, $level"/>
        <xsl:next-match/>
        <xsl:processing-instruction name="octavo-end" select="$name"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:next-match/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Is the element a page, all of it? -->
  <xsl:function name="fp:is-leaf" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="f:is-page($element) and empty(fp:inner($element))"/>
  </xsl:function>

  <!-- Has a document chapters whose text is that of the whole? Lists of an apparatus lead
       elsewhere from a chapter than from the whole text, whose apparatus they are. -->
  <xsl:function name="fp:is-shared" as="xs:boolean" cache="yes">
    <xsl:param name="root" as="node()"/>
    <xsl:variable name="pages" as="element()*" select="f:pages($root)"/>
    <xsl:sequence select="
        count($pages) gt 1 and not($pages[1]/self::text) and empty($root//listApp)"/>
  </xsl:function>

  <!-- The list of some notes that follow each other. -->
  <xsl:template name="tp:note-list" as="node()+">
    <xsl:param name="calls" as="element()+"/>
    <xsl:param name="part" as="xs:string" select="''" tunnel="yes"/>
    <xsl:variable name="name" as="xs:string?" select="if ($part) then fp:notes-of($calls) else ()"/>
    <xsl:choose>
      <xsl:when test="$name and $part = 'whole'">
        <xsl:processing-instruction name="octavo-put" select="$name, 1"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:if test="$name">
          <xsl:processing-instruction name="octavo-part" select="$name, 1"/>
        </xsl:if>
        <ol xmlns="http://www.w3.org/1999/xhtml">
          <xsl:sequence select="fp:listed($calls)"/>
        </ol>
        <xsl:if test="$name">
          <xsl:processing-instruction name="octavo-end" select="$name"/>
        </xsl:if>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A name for notes of one series if they are all that a page has; else nothing. -->
  <xsl:function name="fp:notes-of" as="xs:string?">
    <xsl:param name="calls" as="element()+"/>
    <xsl:variable name="series" as="xs:string" select="f:series(f:called($calls[1]))"/>
    <xsl:variable name="page" as="element()?" select="f:page-of($calls[1])"/>
    <xsl:variable name="all" as="element()*"
        select="$page ! fp:page-calls(.)[f:series(f:called(.)) = $series]"/>
    <xsl:if test="count($all) = count($calls) and empty($all except $calls)">
      <xsl:sequence select="$series || ':' || f:file($page)"/>
    </xsl:if>
  </xsl:function>
  <xsl:function name="fp:page-calls" as="element()*" cache="yes">
    <xsl:param name="page" as="element()"/>
    <xsl:sequence select="f:calls(f:page-nodes($page))"/>
  </xsl:function>

  <!-- The entries of the contents, in which that of the page is marked. -->
  <xsl:template name="tp:listed" as="node()*">
    <xsl:param name="outline" as="element()*" tunnel="yes"/>
    <xsl:param name="current" as="xs:string" tunnel="yes"/>
    <xsl:param name="whole" as="xs:boolean" tunnel="yes"/>
    <xsl:param name="places" as="map(xs:string, xs:integer)" select="map{}" tunnel="yes"/>
    <xsl:variable name="shared" as="xs:boolean" select="not($whole) and fp:is-shared(root(.))"/>
    <xsl:variable name="at" as="xs:integer?"
        select="if ($shared) then $places($current) else ()"/>
    <xsl:if test="$shared and fp:is-first(.)">
      <xsl:processing-instruction name="octavo-part" select="'contents 1'"/>
      <xsl:apply-templates select="$outline" mode="m:contents">
        <xsl:with-param name="current" select="''" tunnel="yes"/>
      </xsl:apply-templates>
      <xsl:processing-instruction name="octavo-end" select="'contents'"/>
    </xsl:if>
    <xsl:choose>
      <xsl:when test="exists($at)">
        <xsl:processing-instruction name="octavo-contents" select="$at"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:apply-templates select="$outline" mode="m:contents"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The how-manieth entry of the contents each page is, by its id; without pages that list
       more entries when they are shown. -->
  <xsl:function name="fp:places-in" as="map(xs:string, xs:integer)">
    <xsl:param name="outline" as="element()*"/>
    <xsl:variable name="entries" as="element()*"
        select="$outline ! (., .//e:part[@leads = 'true'])"/>
    <xsl:map>
      <xsl:for-each-group select="$entries ! map{'at': position(), 'entry': .}"
          group-by="string(?entry/@id)">
        <xsl:if test="count(current-group()) = 1 and empty(?entry/e:part[not(@leads = 'true')])">
          <xsl:map-entry key="current-grouping-key()" select="xs:integer(?at)"/>
        </xsl:if>
      </xsl:for-each-group>
    </xsl:map>
  </xsl:function>
  <xsl:function name="fp:is-first" as="xs:boolean">
    <xsl:param name="page" as="node()"/>
    <xsl:sequence select="fp:first(root($page)) is $page"/>
  </xsl:function>
  <xsl:function name="fp:first" as="element()" cache="yes">
    <xsl:param name="root" as="node()"/>
    <xsl:sequence select="f:pages($root)[1]"/>
  </xsl:function>
</xsl:stylesheet>
