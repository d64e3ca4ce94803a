<?xml version="1.0" encoding="UTF-8"?>
<!-- Text: the words of a piece of the edition as a string, and titles of divisions.

     For contents, running heads, titles of pages, alternative texts: without
     notes and without what the view hides. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:x-octavo:functions"
    xmlns:fp="urn:x-octavo:functions-private"
    xmlns:m="urn:x-octavo:modes">

  <xsl:mode name="m:plain" on-no-match="text-only-copy" on-multiple-match="fail"/>

  <!-- The words of nodes, in one line. -->
  <xsl:function name="f:plain" as="xs:string" visibility="public">
    <xsl:param name="nodes" as="node()*"/>
    <xsl:variable name="text" as="node()*">
      <xsl:apply-templates select="$nodes" mode="m:plain"/>
    </xsl:variable>
    <xsl:sequence select="normalize-space(string-join($text))"/>
  </xsl:function>

  <!-- The title of a division or part: its heading, else a label for its kind, else its
       first words. -->
  <xsl:function name="f:title" as="xs:string" visibility="public" cache="yes">
    <xsl:param name="part" as="element()"/>
    <xsl:sequence select="
        ($part/head[not(@type = ('sub', 'subtitle'))] ! f:plain(.)[.],
         $part/(front | .)/head ! f:plain(.)[.],
         $part/(@n | @type[f:has-label(.)])[last()] ! fp:kind(.),
         $part[starts-with(local-name(), 'div')] ! fp:beginning(.),
         f:label(local-name($part)))[1]"/>
  </xsl:function>

  <!-- The first five words or so. -->
  <xsl:function name="fp:beginning" as="xs:string?">
    <xsl:param name="part" as="element()"/>
    <xsl:variable name="words" as="xs:string*"
        select="tokenize(f:plain(($part//(p | l | ab)[normalize-space()])[1]))"/>
    <xsl:sequence select="
        if (count($words) gt 6) then string-join($words[position() le 5], ' ') || ' …'
        else string-join($words, ' ')[.]"/>
  </xsl:function>

  <!-- 'dedication' becomes 'Dedication'; the number of a chapter 'Chapter 3'. -->
  <xsl:function name="fp:kind" as="xs:string">
    <xsl:param name="kind" as="attribute()"/>
    <xsl:variable name="type" select="$kind/../@type[f:has-label(.)]" as="attribute()?"/>
    <xsl:sequence select="
        string-join(($type ! f:label(.), $kind/../@n), ' ')"/>
  </xsl:function>

  <!-- The names of speakers: of persons in this document, else the pointers. -->
  <xsl:function name="f:speakers" as="xs:string" visibility="public">
    <xsl:param name="who" as="attribute()"/>
    <xsl:variable name="names" as="xs:string*" select="
        for $one in tokenize($who)
        return (key('f:element', substring-after($one, '#'), root($who))[1]
            /(persName, name, label)[1] ! f:plain(.)[.], replace($one, '^#', ''))[1]"/>
    <xsl:sequence select="string-join($names, ', ')"/>
  </xsl:function>

  <!-- What stands for a character that the source describes because no font has it: the
       character, or the name of the glyph. -->
  <xsl:function name="f:glyph" as="xs:string" visibility="public">
    <xsl:param name="sign" as="element(g)"/>
    <xsl:variable name="char" select="$sign/@ref ! f:target(.)" as="element()?"/>
    <xsl:variable name="shown" as="xs:string*" select="
        ($char/mapping[@type = ('Unicode', 'precomposed', 'standard', 'PUA')],
         $char/mapping, $char/(charName, glyphName, desc), $char/*/@value) ! normalize-space(.)[.]"/>
    <xsl:sequence select="($shown, $sign/@ref ! replace(., '^#', ''), '&#xfffd;')[.][1]"/>
  </xsl:function>

  <xsl:template match="note[f:is-call(.)] | ref[f:is-call(.)]" mode="m:plain"
      as="empty-sequence()"/>
  <xsl:template match="choice | app" mode="m:plain" as="node()*">
    <xsl:apply-templates select="f:chosen(.)" mode="#current"/>
  </xsl:template>
  <xsl:template match="del | fw | am | metamark | figDesc | index | interp | interpGrp
      | spanGrp | fs | binaryObject" mode="m:plain" as="node()*">
    <xsl:if test="not(f:is-hidden(.))">
      <xsl:apply-templates mode="#current"/>
    </xsl:if>
  </xsl:template>
  <!-- A line, a heading, a line break end a word unless the source says no. -->
  <xsl:template match="lb[not(@break = 'no')] | cb[not(@break = 'no')] | pb[not(@break = 'no')]"
      mode="m:plain" as="text()">
    <xsl:value-of select="' '"/>
  </xsl:template>
  <xsl:template match="l | p | head | titlePart | item | cell | row | speaker | stage"
      mode="m:plain" as="text()*">
    <xsl:apply-templates mode="#current"/>
    <xsl:value-of select="' '"/>
  </xsl:template>
</xsl:stylesheet>
