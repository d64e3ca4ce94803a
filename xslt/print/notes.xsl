<?xml version="1.0" encoding="UTF-8"?>
<!-- Notes: at the foot of the page of their call, or at the end of the text. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:x-octavo:functions"
    xmlns:fp="urn:x-octavo:functions-private:print"
    xmlns:m="urn:x-octavo:modes">

  <!-- The first call of a note brings the note, a further one repeats its sign. -->
  <xsl:template match="note[f:is-call(.)] | ref[f:is-call(.)] | ptr[f:is-call(.)]"
      mode="m:print" as="xs:string*" priority="10">
    <xsl:param name="short" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:variable name="first" as="element()" select="f:calls-of(f:called(.))[1]"/>
    <xsl:variable name="sign" as="xs:string" select="f:literal(f:sign(.))"/>
    <xsl:choose>
      <xsl:when test="$short"/>
      <xsl:when test=". is $first">
        <xsl:text>{if ($notes = 'foot') then 'note(' else 'end-call('}</xsl:text>
        <xsl:text>{f:literal(f:call-id(.))}, {$sign}</xsl:text>
        <xsl:if test="$notes = 'foot'">
          <xsl:text>, {{</xsl:text>
          <xsl:call-template name="fp:note-text"/>
          <xsl:text>}}</xsl:text>
        </xsl:if>
        <xsl:text>);</xsl:text>
      </xsl:when>
      <xsl:otherwise>raised(to({f:literal(f:call-id($first))}, {$sign}));</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The words of a note; the first of several paragraphs goes on after the sign. -->
  <xsl:template name="fp:note-text" as="xs:string*">
    <xsl:variable name="note" as="element()" select="f:called(.)"/>
    <xsl:variable name="first" as="node()*" select="fp:first-words($note)"/>
    <xsl:apply-templates select="$first" mode="m:print">
      <xsl:with-param name="in-note" select="f:sign(.)" tunnel="yes"/>
      <xsl:with-param name="inset" select="0" tunnel="yes"/>
    </xsl:apply-templates>
    <xsl:call-template name="fp:flow">
      <xsl:with-param name="nodes" select="
          (if ($first/parent::p) then $first/parent::p/node() except $first else (),
           $note/node() except ($first, $first/parent::p))"/>
      <xsl:with-param name="indented" select="true()"/>
      <xsl:with-param name="in-note" select="f:sign(.)" tunnel="yes"/>
      <xsl:with-param name="inset" select="0" tunnel="yes"/>
    </xsl:call-template>
  </xsl:template>

  <!-- A note that is called elsewhere leaves nothing at its own place. -->
  <xsl:template match="note[not(f:is-call(.))][f:is-moved(.)]" mode="m:print"
      as="empty-sequence()" priority="9"/>

  <!-- A group of notes, with its heading if notes are left in it. -->
  <xsl:template match="noteGrp" mode="m:print" as="xs:string*">
    <xsl:if test="note[not(f:is-moved(.))]">
      <xsl:call-template name="fp:flow"/>
    </xsl:if>
  </xsl:template>
  <xsl:template match="noteGrp/desc" mode="m:print" as="xs:string*">
    <xsl:call-template name="fp:paragraph">
      <xsl:with-param name="call" select="'short-line'"/>
    </xsl:call-template>
  </xsl:template>

  <!-- A note that nothing calls stands where it is. -->
  <xsl:template match="note" mode="m:print" as="xs:string*">
    <xsl:call-template name="fp:flow"/>
  </xsl:template>
  <xsl:template match="note[parent::bibl or parent::item or parent::p or parent::l
      or parent::cell or parent::head or parent::hi or parent::seg]" mode="m:print"
      as="xs:string*" priority="1">
    <xsl:call-template name="fp:set"/>
  </xsl:template>
</xsl:stylesheet>
