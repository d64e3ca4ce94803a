<?xml version="1.0" encoding="UTF-8"?>
<!-- Contents: the tree of a document's divisions, made once, shown beside every page. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    xmlns="http://www.w3.org/1999/xhtml"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:e="urn:x-octavo:edition"
    xmlns:f="urn:x-octavo:functions"
    xmlns:fp="urn:x-octavo:functions-private"
    xmlns:m="urn:x-octavo:modes"
    xmlns:mp="urn:x-octavo:modes-private"
    xmlns:tp="urn:x-octavo:slots-private">

  <xsl:mode name="mp:outline" on-no-match="shallow-skip" on-multiple-match="fail"/>
  <xsl:mode name="m:contents" on-no-match="shallow-skip" on-multiple-match="fail"/>

  <!-- The outline of a document as e:part elements: title, id, file, address. -->
  <xsl:template match="text | front | body | back | group" mode="mp:outline" as="element()*">
    <xsl:if test="f:is-page(.) and not(self::text)">
      <e:part id="{f:id(.)}" title="{f:title(.)}" file="{f:file(.)}" is-page="true" leads="true"
          in="{local-name()}"/>
    </xsl:if>
    <xsl:apply-templates select="*" mode="#current"/>
  </xsl:template>
  <xsl:template as="element()*" mode="mp:outline"
      match="div | div0 | div1 | div2 | div3 | div4 | div5 | div6 | div7 | titlePage">
    <xsl:variable name="inner" as="element()*">
      <xsl:apply-templates select="*" mode="#current"/>
    </xsl:variable>
    <xsl:variable name="page" select="f:page-of(.)" as="element()?"/>
    <xsl:choose>
      <xsl:when test="empty($page) or f:is-emptied(.)"/>
      <xsl:when test="$page is . or fp:is-part(.) or head">
        <e:part id="{f:id(.)}" title="{f:title(.)}" file="{f:file($page)}"
            is-page="{$page is .}" leads="{$page is . or $inner/@leads = 'true'}"
            in="{ancestor::*[self::front or self::body or self::back][last()]/local-name()}">
          <xsl:sequence select="$inner"/>
        </e:part>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="$inner"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The contents beside a text; `current` is the id of the page shown, `whole` tells
       that the addresses are on one page. -->
  <xsl:template name="tp:contents" as="element()?">
    <xsl:param name="outline" as="element()*" tunnel="yes"/>
    <xsl:param name="current" as="xs:string" select="''"/>
    <xsl:param name="whole" as="xs:boolean" select="false()"/>
    <xsl:if test="exists($outline[2]) or exists($outline/e:part)">
      <details class="contents">
        <summary>{f:label('contents')}</summary>
        <nav aria-label="{f:label('contents')}" tabindex="0">
          <ol>
            <xsl:call-template name="tp:listed">
              <xsl:with-param name="current" select="$current" tunnel="yes"/>
              <xsl:with-param name="whole" select="$whole" tunnel="yes"/>
            </xsl:call-template>
          </ol>
        </nav>
      </details>
    </xsl:if>
  </xsl:template>

  <!-- Pages, and what holds pages, are always listed; what is inside a page only for the
       page shown. -->
  <xsl:template match="e:part" mode="m:contents" as="element()">
    <xsl:param name="current" as="xs:string" tunnel="yes"/>
    <xsl:param name="whole" as="xs:boolean" tunnel="yes"/>
    <xsl:param name="inside" as="xs:boolean" select="false()"/>
    <xsl:variable name="is-current" as="xs:boolean" select="@id = $current"/>
    <li class="in-{@in}">
      <a href="{if ($whole or $inside) then '#' || @id
                else if (@leads = 'true') then @file else @file || '#' || @id}">
        <xsl:if test="$is-current">
          <xsl:attribute name="aria-current" select="'page'"/>
        </xsl:if>
        <xsl:if test="$whole and @is-page = 'true'">
          <xsl:attribute name="data-file" select="@file"/>
        </xsl:if>
        <xsl:sequence select="string(@title)"/>
      </a>
      <xsl:where-populated>
        <ol>
          <xsl:apply-templates mode="#current"
              select="e:part[$whole or @leads = 'true' or $is-current or $inside]">
            <xsl:with-param name="inside"
                select="($is-current or $inside) and not(e:part/@leads = 'true')"/>
          </xsl:apply-templates>
        </ol>
      </xsl:where-populated>
    </li>
  </xsl:template>
</xsl:stylesheet>
