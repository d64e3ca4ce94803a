<?xml version="1.0" encoding="UTF-8"?>
<!-- Selectors: the looks that the header of a source describes for elements of a kind
     (@selector), and for their first letter, first line or what stands around (@scope).

     Of selectors those of names, kinds and combinations are understood; they become those
     of the classes of the page. The rules are a link to themselves, since a browser reads
     no escapes in a style element. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    xmlns="http://www.w3.org/1999/xhtml"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:x-octavo:functions"
    xmlns:fp="urn:x-octavo:functions-private"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map">

  <xsl:function name="fp:looks-of-source" as="element()?">
    <xsl:param name="root" as="node()"/>
    <xsl:variable name="rules" as="xs:string" select="fp:rules-of-source($root)"/>
    <xsl:if test="$rules">
      <link rel="stylesheet" href="data:text/css,{encode-for-uri($rules)}"/>
    </xsl:if>
  </xsl:function>

  <xsl:function name="fp:rules-of-source" as="xs:string" cache="yes">
    <xsl:param name="root" as="node()"/>
    <xsl:sequence select="string-join(
        $root/*/teiHeader//rendition[@selector or @scope][not(@scheme) or @scheme = 'css']
          ! f:style-rule(fp:selected(.), string(@scope), string(.)))"/>
  </xsl:function>

  <!-- What a rendition is for: elements of a kind, and those that name it. -->
  <xsl:function name="fp:selected" as="xs:string">
    <xsl:param name="rendition" as="element()"/>
    <xsl:sequence select="string-join((
        $rendition/@selector, $rendition/@xml:id ! ('*[rendition=' || . || ']')), ',')"/>
  </xsl:function>

  <!-- A rule of CSS, or nothing if its selector or its declarations are not understood. -->
  <xsl:function name="f:style-rule" as="xs:string" visibility="public">
    <xsl:param name="selector" as="xs:string"/>
    <xsl:param name="scope" as="xs:string"/>
    <xsl:param name="style" as="xs:string"/>
    <xsl:variable name="around" as="xs:boolean" select="$scope = ('before', 'after')"/>
    <xsl:variable name="declarations" as="xs:string" select="string-join(
        (f:safe-style($style), fp:words-around($style)[$around])[.], '; ')"/>
    <xsl:variable name="targets" as="xs:string*" select="
        tokenize($selector, ',') ! fp:selector(normalize-space(.))
          ! ('article.text ' || . || ('::' || $scope)[$scope != ''])"/>
    <xsl:sequence select="
        if ($declarations = '' or empty($targets)
          or not($scope = ('', 'before', 'after', 'first-line', 'first-letter'))) then ''
        else string-join($targets, ', ') || ' {' || $declarations || '}'"/>
  </xsl:function>

  <!-- Plain words to put before or after. -->
  <xsl:function name="fp:words-around" as="xs:string?">
    <xsl:param name="style" as="xs:string"/>
    <xsl:variable name="value" as="xs:string?" select="
        tokenize($style, ';')[matches(., '^\s*content\s*:')] ! normalize-space(substring-after(., ':'))"/>
    <xsl:sequence select="
        $value[matches(., '^(&#34;[^&#34;\\]{0,40}&#34;|''[^''\\]{0,40}'')$')] ! ('content: ' || .)"/>
  </xsl:function>

  <!-- 'div > head[type=sub]' becomes '.div > .head.type-sub'; what is not understood, nothing. -->
  <xsl:function name="fp:selector" as="xs:string?">
    <xsl:param name="selector" as="xs:string"/>
    <xsl:variable name="one" as="xs:string"
        select="'(\*|[A-Za-z][A-Za-z0-9]*)(\[(type|rend|place|rendition)=[&#34;'']?[A-Za-z0-9_.-]+[&#34;'']?\])*'"/>
    <xsl:if test="matches($selector, '^' || $one || '((\s*>\s*|\s+)' || $one || ')*$')">
      <xsl:sequence select="string-join(
          analyze-string($selector, '\*|[a-z]+=[&#34;'']?[A-Za-z0-9_.-]+|[A-Za-z][A-Za-z0-9]*|>|\s+')/*:match
          ! fp:part-of-selector(string(.)))"/>
    </xsl:if>
  </xsl:function>
  <xsl:function name="fp:part-of-selector" as="xs:string?">
    <xsl:param name="part" as="xs:string"/>
    <xsl:variable name="value" as="xs:string" select="replace($part, '^[a-z]+=[&#34;'']?', '')"/>
    <xsl:sequence select="
        if (contains($part, '=')) then '.' || (
          if (starts-with($part, 'rendition')) then fp:words('rend-', '#' || $value)
          else if (starts-with($part, 'rend')) then fp:looks($value)
          else fp:words(substring-before($part, '=') || '-', $value))
        else if (matches($part, '^[A-Za-z]')) then ($fp:unnamed($part), '.' || $part)[1]
        else (normalize-space($part)[.], ' ')[1]"/>
  </xsl:function>

  <!-- Elements whose name is no class, since that of HTML says it. -->
  <xsl:variable name="fp:unnamed" as="map(xs:string, xs:string)" select="map{
      'p': ':is(p, div.p)', 'row': 'tr', 'cell': ':is(td, th)', 'item': ':is(li, dd)'}"/>
</xsl:stylesheet>
