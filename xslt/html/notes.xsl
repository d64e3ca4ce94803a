<?xml version="1.0" encoding="UTF-8"?>
<!-- Notes: their calls in the text, and the notes of a page at its end.

     Each note is there once, at the end. Style sheets put it beside its call where
     there is room, or show it as a card at the foot of the window when it is the
     target of the address; so notes pop up without script and print as endnotes. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    xmlns="http://www.w3.org/1999/xhtml"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:x-octavo:functions"
    xmlns:fp="urn:x-octavo:functions-private"
    xmlns:m="urn:x-octavo:modes"
    xmlns:mp="urn:x-octavo:modes-private"
    xmlns:tp="urn:x-octavo:slots-private">

  <xsl:template match="note" as="element()*">
    <xsl:choose>
      <xsl:when test="f:is-call(.)">
        <xsl:call-template name="tp:call"/>
      </xsl:when>
      <xsl:when test="not(f:is-moved(.))">
        <xsl:call-template name="tp:remark"/>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- The sign in the text: a link to the note, and the anchor its note looks for. -->
  <xsl:template name="tp:call" as="element()">
    <xsl:variable name="note" select="f:called(.)" as="element()"/>
    <xsl:variable name="number" select="f:number(., 'call')" as="xs:integer"/>
    <sup class="call{' gen'[not(current()/self::ref[normalize-space()])]}">
      <a id="{f:call-id(.)}" href="#{f:id($note)}" role="doc-noteref"
          style="--name:--c{$number}">{f:sign(.)}</a>
    </sup>
  </xsl:template>

  <!-- A note that stands for itself: a remark in its place. -->
  <xsl:template name="tp:remark" as="element()">
    <xsl:element name="{if (fp:is-block-note(.)) then 'div' else 'span'}">
      <xsl:apply-templates select="." mode="m:attributes"/>
      <xsl:attribute name="class" select="f:class(.), 'remark'"/>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>

  <!-- The notes called on a page, by series, in the order of their calls. -->
  <xsl:template name="tp:notes" as="element()*">
    <xsl:param name="nodes" as="node()*"/>
    <xsl:variable name="calls" select="f:calls($nodes)" as="element()*"/>
    <xsl:for-each-group select="$calls" group-by="f:series(f:called(.))">
      <section class="notes series-{current-grouping-key()}" role="doc-endnotes"
          aria-label="{f:label('notes-' || current-grouping-key())}">
        <h2 class="gen">{f:label('notes-' || current-grouping-key())}</h2>
        <xsl:call-template name="tp:by-chapter">
          <xsl:with-param name="calls" select="current-group()"/>
        </xsl:call-template>
      </section>
    </xsl:for-each-group>
  </xsl:template>

  <!-- On a page with several chapters, the notes of each under its title. -->
  <xsl:template name="tp:by-chapter" as="node()*">
    <xsl:param name="calls" as="element()+"/>
    <xsl:for-each-group select="$calls" group-adjacent="generate-id(f:page-of(.))">
      <xsl:if test="last() gt 1">
        <h3 class="gen">{f:page-of(.) ! f:title(.)}</h3>
      </xsl:if>
      <xsl:call-template name="tp:note-list">
        <xsl:with-param name="calls" select="current-group()"/>
      </xsl:call-template>
    </xsl:for-each-group>
  </xsl:template>

  <xsl:function name="fp:listed" as="element()*">
    <xsl:param name="calls" as="element()+"/>
    <xsl:for-each-group select="$calls" group-by="f:id(f:called(.))">
      <xsl:variable name="number" select="f:number(., 'call')" as="xs:integer"/>
      <xsl:variable name="signs" select="current-group()" as="element()+"/>
      <xsl:variable name="above" select="position() - 1" as="xs:integer"/>
      <li id="{current-grouping-key()}"
          style="--call:--c{$number};--above:--n{$number - 1};--name:--n{$number}">
        <xsl:attribute name="class" select="'first'[$above = 0]"/>
        <xsl:apply-templates select="f:called(.)" mode="mp:note">
          <xsl:with-param name="calls" select="$signs"/>
        </xsl:apply-templates>
      </li>
    </xsl:for-each-group>
  </xsl:function>

  <xsl:mode name="mp:note" on-no-match="shallow-skip" on-multiple-match="fail"/>
  <xsl:template match="note" mode="mp:note" as="node()*">
    <xsl:param name="calls" as="element()+"/>
    <div>
      <xsl:sequence select="f:language-of(.)[current()/@xml:lang]"/>
      <xsl:attribute name="class" select="f:class(.), 'body'"/>
      <span class="sign gen">{f:sign($calls[1])}</span>
      <xsl:text> </xsl:text>
      <xsl:apply-templates/>
      <xsl:for-each select="$calls">
        <xsl:text> </xsl:text>
        <a class="back gen" role="doc-backlink" href="#{f:call-id(.)}"
            aria-label="{f:phrase('back-to-text', f:sign(.))}">↩&#xFE0E;</a>
      </xsl:for-each>
    </div>
  </xsl:template>
</xsl:stylesheet>
