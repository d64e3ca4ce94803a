<?xml version="1.0" encoding="UTF-8"?>
<!-- Extract: what the pages of the whole edition need of one document.

     Its outline, its title page, its figures, its header as facts, and every name. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:e="urn:x-octavo:edition"
    xmlns:f="urn:x-octavo:functions"
    xmlns:fp="urn:x-octavo:functions-private"
    xmlns:m="urn:x-octavo:modes"
    xmlns:mp="urn:x-octavo:modes-private"
    xmlns:tp="urn:x-octavo:slots-private"
    xmlns:v="urn:x-octavo:variables"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map">

  <xsl:template name="tp:extract" as="element()">
    <xsl:param name="outline" as="element()*"/>
    <xsl:param name="pages" as="element()*"/>
    <e:extract id="{$document}" title="{f:document-title(root(.))}"
        pages="{count($pages)}" first="{fp:first-page($pages) ! f:file(.)}">
      <e:outline>
        <xsl:sequence select="$outline"/>
      </e:outline>
      <e:title-page>
        <xsl:apply-templates select="(.//titlePage)[1]"/>
      </e:title-page>
      <e:facts>
        <xsl:apply-templates select="teiHeader" mode="m:facts"/>
      </e:facts>
      <xsl:apply-templates select=".//text//figure[.//graphic]" mode="mp:extract"/>
      <xsl:sequence select=".//text[not(ancestor::text)]//*[@ref] ! fp:named(., fp:keys(.))"/>
      <xsl:apply-templates select=".//text[not(ancestor::text)]//date[@when or @from or @to
          or @notBefore or @notAfter]" mode="mp:extract"/>
      <xsl:call-template name="tp:units"/>
    </e:extract>
  </xsl:template>

  <!-- Where reading begins: at a preface, or with the body. -->
  <xsl:function name="fp:first-page" as="element()?">
    <xsl:param name="pages" as="element()*"/>
    <xsl:sequence select="
        ($pages[@type = ('preface', 'foreword', 'introduction', 'prologue')
           or ancestor-or-self::body][1], $pages)[1]"/>
  </xsl:function>

  <xsl:mode name="mp:extract" on-no-match="shallow-skip" on-multiple-match="fail"/>
  <xsl:template match="date" mode="mp:extract" as="element()">
    <xsl:variable name="at" as="element()" select="fp:shown-at(.)"/>
    <e:date words="{f:plain(fp:block-around(.)) => substring(1, 70)}"
        href="{(f:page-of($at) ! f:file(.), $document || '.html')[1]}#{fp:landing(.)}">
      <xsl:copy-of select="@when, @from, @to, @notBefore, @notAfter"/>
    </e:date>
  </xsl:template>

  <!-- The entries of the registers that explain a name. -->
  <xsl:function name="fp:keys" as="xs:string*">
    <xsl:param name="name" as="element()"/>
    <xsl:sequence select="
        if (contains($name/@ref, ' ')) then tokenize($name/@ref) ! fp:key(.)
        else fp:key($name/@ref)"/>
  </xsl:function>
  <xsl:function name="fp:key" as="xs:string?">
    <xsl:param name="pointer" as="xs:string"/>
    <xsl:sequence select="
        substring-after($pointer, '#')[map:contains($v:entry-addresses, .)]"/>
  </xsl:function>

  <!-- The paragraph, line, note, heading around a name: its context. -->
  <xsl:function name="fp:block-around" as="element()">
    <xsl:param name="name" as="element()"/>
    <xsl:sequence select="
        ($name/parent::p,
         $name/ancestor::*[map:contains($fp:contexts, local-name()) or not(parent::*)][1])[1]"/>
  </xsl:function>
  <xsl:variable name="fp:contexts" static="yes" as="map(xs:string, xs:boolean)" select="map:merge(tokenize(
      'p l note head item cell ab titlePart salute dateline signed byline stage speaker trailer
       opener closer figure div docImprint') ! map:entry(., true()))"/>

  <!-- A name that an entry explains. The words around it are added where strings cost less;
       see occurrences.py. -->
  <xsl:function name="fp:named" as="element()?">
    <xsl:param name="name" as="element()"/>
    <xsl:param name="keys" as="xs:string*"/>
    <xsl:if test="exists($keys)">
      <xsl:variable name="page" as="xs:string+" select="fp:page-around(fp:block-around($name))"/>
      <e:name keys="{$keys}" href="{$page[1]}#{f:id($name)}" page="{$page[2]}"
          words="{if ($name/*) then f:plain($name) else normalize-space($name)}"/>
    </xsl:if>
  </xsl:function>
  <!-- The file, and the id if there is one, of the page that a block is on. -->
  <xsl:function name="fp:page-around" as="xs:string+" cache="yes">
    <xsl:param name="block" as="element()"/>
    <xsl:variable name="page" as="element()?" select="f:page-of(fp:shown-at($block))"/>
    <xsl:sequence select="($page ! f:file(.), $document || '.html')[1], $page ! f:id(.)"/>
  </xsl:function>

  <!-- An element, or for one in a note the place where the note is called. -->
  <xsl:function name="fp:shown-at" as="element()">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        ($element/ancestor-or-self::note[1] ! f:calls-of(.), $element)[1]"/>
  </xsl:function>
  <xsl:function name="fp:from-outside" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        (f:page-of(fp:shown-at($element)) ! f:file(.), $document || '.html')[1]
        || '#' || f:id($element)"/>
  </xsl:function>
</xsl:stylesheet>
