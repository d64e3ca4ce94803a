<?xml version="1.0" encoding="UTF-8"?>
<!-- Linking: references, anchors, segments; addresses of pages. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    xmlns="http://www.w3.org/1999/xhtml"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:e="urn:x-octavo:edition"
    xmlns:f="urn:x-octavo:functions"
    xmlns:fp="urn:x-octavo:functions-private"
    xmlns:m="urn:x-octavo:modes"
    xmlns:tp="urn:x-octavo:slots-private">

  <xsl:template match="ref" as="element()*">
    <xsl:param name="page" as="element()?" tunnel="yes"/>
    <xsl:variable name="href" select="f:href(@target, $page)" as="xs:string?"/>
    <xsl:choose>
      <xsl:when test="f:is-call(.)">
        <xsl:call-template name="tp:call"/>
      </xsl:when>
      <xsl:when test="exists($href) and not(f:holds-block(.) or .//ref or .//ptr or .//note)">
        <a href="{$href}">
          <xsl:apply-templates select="." mode="m:attributes"/>
          <xsl:apply-templates/>
          <xsl:if test="not(f:plain(.) or .//graphic)">
            <span class="gen">{@target}</span>
          </xsl:if>
        </a>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="tp:phrase"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A pointer shows the title, or the address, of what it points to. -->
  <xsl:template match="ptr" as="element()*">
    <xsl:param name="page" as="element()?" tunnel="yes"/>
    <xsl:variable name="href" select="f:href(@target, $page)" as="xs:string?"/>
    <xsl:variable name="title" as="xs:string"
        select="(f:target(@target)[head] ! f:title(.), string(@target))[1]"/>
    <xsl:choose>
      <xsl:when test="f:is-call(.)">
        <xsl:call-template name="tp:call"/>
      </xsl:when>
      <xsl:when test="exists($href) and not(ancestor::ref)">
        <a class="ptr gen" href="{$href}">{$title}</a>
      </xsl:when>
      <xsl:otherwise>
        <span class="ptr gen">{$title}</span>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Where a pointer leads from a page (none: from the whole text on one page): an entry
       of a register, an element of this document, a place on the web. Schemes that run
       script are no addresses. -->
  <xsl:function name="f:href" as="xs:string?" visibility="public">
    <xsl:param name="pointer" as="attribute()?"/>
    <xsl:param name="page" as="element()?"/>
    <xsl:variable name="first" as="xs:string?"
        select="if (contains($pointer, ' ')) then tokenize($pointer)[1] else string($pointer)"/>
    <xsl:sequence select="
        if (empty($pointer) or not($first)) then ()
        else (f:entry-href(substring-after($first, '#')),
              fp:text-href($pointer, $first, $page))[1]"/>
  </xsl:function>

  <xsl:function name="fp:text-href" as="xs:string?">
    <xsl:param name="pointer" as="attribute()"/>
    <xsl:param name="first" as="xs:string"/>
    <xsl:param name="page" as="element()?"/>
    <xsl:variable name="target" as="element()?" select="
        if (starts-with($first, '#'))
        then key('f:element', substring($first, 2), root($pointer))[1] else ()"/>
    <xsl:sequence select="
        if ($target/ancestor-or-self::text) then f:address($target, $page)
        else if (fp:elsewhere($pointer, $first)) then fp:elsewhere($pointer, $first)
        else if (matches($first, '^(https?|mailto|ftp|doi|urn):')) then
          iri-to-uri($first)[not(matches(., '[\s&lt;&gt;&#34;`{}|\\^]'))]
        else ()"/>
  </xsl:function>

  <!-- A place in another document of the edition. It is in the whole text of that one;
       on which of the other pages, is not known here. -->
  <xsl:function name="fp:elsewhere" as="xs:string?">
    <xsl:param name="pointer" as="attribute()"/>
    <xsl:param name="address" as="xs:string"/>
    <xsl:variable name="file" select="replace($address, '#.*$', '')" as="xs:string"/>
    <xsl:variable name="base" select="base-uri(root($pointer))" as="xs:anyURI?"/>
    <xsl:variable name="uri" as="xs:string?" select="
        if (contains($file, ':') or not($file) or empty($base)) then ()
        else resolve-uri(iri-to-uri($file), $base) => replace('^file:/+', 'file:///')"/>
    <xsl:sequence select="
        $edition/*/e:document[@uri = $uri][1]
          ! (@id || '.html' || iri-to-uri(substring-after($address, $file)))"/>
  </xsl:function>

  <!-- The address of an element of the text, as seen from a page. -->
  <xsl:function name="f:address" as="xs:string" visibility="public">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="page" as="element()?"/>
    <xsl:variable name="shown" as="element()"
        select="($element[self::note] ! f:calls-of(.), $element)[1]"/>
    <xsl:variable name="on" select="if ($page) then f:page-of($shown) else ()" as="element()?"/>
    <xsl:sequence select="
        (if (empty($on) or $on is $page) then '' else f:file($on))
        || (if ($element is $on and not($on is $page)) then '' else '#' || fp:landing($element))"/>
  </xsl:function>

  <!-- The id to go to: that of the element, or of the nearest around it with one. -->
  <xsl:function name="fp:landing" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        ($element/ancestor-or-self::*[f:id(.)][1] ! f:id(.), 'text')[1]"/>
  </xsl:function>

  <!-- Is the text one page only, which is then also the page of the whole text? -->
  <xsl:function name="fp:is-single" as="xs:boolean" cache="yes">
    <xsl:param name="root" as="node()"/>
    <xsl:sequence select="count($root/self::document-node() ! f:pages(.)) = 1"/>
  </xsl:function>

  <!-- The name of the file of a page. -->
  <xsl:function name="f:file" as="xs:string" visibility="public" cache="yes">
    <xsl:param name="page" as="element()"/>
    <xsl:sequence select="
        if ($page[self::text][not(ancestor::text)] or fp:is-single(root($page)) and f:is-page($page))
        then $document || '.html'
        else $document || '-' || replace(f:id($page), '[^A-Za-z0-9_.-]', '_') || '.html'"/>
  </xsl:function>

  <xsl:template match="anchor" as="element()">
    <span class="anchor">
      <xsl:if test="exists(f:id(.))">
        <xsl:attribute name="id" select="f:id(.)"/>
      </xsl:if>
    </span>
  </xsl:template>
  <xsl:template match="seg[not(@*)] | s[not(@*)] | w | pc | c" as="node()*" priority="1">
    <xsl:apply-templates/>
  </xsl:template>
  <xsl:template match="w[@xml:id] | pc[@xml:id] | c[@xml:id]" as="element()" priority="2">
    <xsl:call-template name="tp:phrase"/>
  </xsl:template>
</xsl:stylesheet>
