<?xml version="1.0" encoding="UTF-8"?>
<!-- Slices: a text made for the web, cut at the page breaks of its source.

     The text is made once and then cut, not made page by page, so that ids, numbers and
     addresses are those of the other views. An element that goes over a page is there
     on both; its id stays with its beginning. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xmlns="http://www.w3.org/1999/xhtml"
    xpath-default-namespace="http://www.w3.org/1999/xhtml"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:x-octavo:functions"
    xmlns:fp="urn:x-octavo:functions-private"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:mp="urn:x-octavo:modes-private">

  <!-- The slices of a text by the ids of the page breaks they begin with; what comes
       before the first belongs to the first. `rest` has the notes and the apparatus. -->
  <xsl:function name="fp:slices" as="map(xs:string, element()*)">
    <xsl:param name="text" as="element()*"/>
    <xsl:param name="rest" as="element()*"/>
    <xsl:variable name="breaks" as="element()*"
        select="$text//a[tokenize(@class) = 'pb'][@id]"/>
    <xsl:variable name="holders" as="map(xs:string, xs:boolean)"
        select="map:merge(($breaks ! map:entry(generate-id(.), true()),
            ($breaks/ancestor::* except $breaks) ! map:entry(generate-id(.), false())))"/>
    <xsl:variable name="pieces" as="array(node()*)+" select="fp:cut($text, $holders)"/>
    <xsl:variable name="entries" as="map(xs:string, element()*)"
        select="map:merge($rest//li[@id] ! map:entry(string(@id), .))"/>
    <xsl:map>
      <xsl:for-each select="$breaks">
        <xsl:variable name="at" as="xs:integer" select="position()"/>
        <xsl:variable name="nodes" as="node()*"
            select="$pieces[1][$at = 1] ! ?1, $pieces[$at + 1]?1"/>
        <xsl:map-entry key="string(@id)" select="fp:slice($nodes, $entries)"/>
      </xsl:for-each>
    </xsl:map>
  </xsl:function>

  <!-- The text of a page, then the notes and readings that it calls. -->
  <xsl:function name="fp:slice" as="element()*">
    <xsl:param name="nodes" as="node()*"/>
    <xsl:param name="entries" as="map(xs:string, element()*)"/>
    <xsl:variable name="text" as="element()">
      <article class="text">
        <xsl:apply-templates select="$nodes" mode="mp:slice"/>
      </article>
    </xsl:variable>
    <xsl:variable name="ids" as="xs:string*" select="$text//@id"/>
    <xsl:variable name="called" as="element()*"
        select="distinct-values($text//a/@href[starts-with(., '#')] ! substring(., 2)) ! $entries(.)"/>
    <xsl:sequence select="$text"/>
    <xsl:sequence select="
        fp:called($called[parent::ul], 'apparatus', $ids), fp:called($called[parent::ol], 'notes', $ids)"/>
  </xsl:function>

  <xsl:function name="fp:called" as="element()?">
    <xsl:param name="called" as="element()*"/>
    <xsl:param name="kind" as="xs:string"/>
    <xsl:param name="ids" as="xs:string*"/>
    <xsl:if test="exists($called)">
      <section class="{$kind}" aria-label="{f:label($kind)}">
        <h2 class="gen">{f:label($kind)}</h2>
        <xsl:element name="{if ($kind = 'notes') then 'ol' else 'ul'}">
          <xsl:apply-templates select="$called" mode="mp:slice">
            <xsl:with-param name="ids" select="$ids" tunnel="yes"/>
          </xsl:apply-templates>
        </xsl:element>
      </section>
    </xsl:if>
  </xsl:function>

  <!-- Of headings within a page all are of one level, since the first may be of any. -->
  <xsl:mode name="mp:slice" on-no-match="shallow-copy"/>
  <xsl:template match="h1 | h2 | h3 | h4 | h5 | h6" mode="mp:slice" as="element()">
    <h2>
      <xsl:apply-templates select="@*, node()" mode="#current"/>
    </h2>
  </xsl:template>
  <xsl:template match="*[@role = 'heading']/@aria-level" mode="mp:slice" as="attribute()">
    <xsl:attribute name="aria-level" select="2"/>
  </xsl:template>
  <xsl:template match="a[@role = 'doc-backlink']" mode="mp:slice" as="element()?">
    <xsl:param name="ids" as="xs:string*" tunnel="yes"/>
    <xsl:if test="substring(@href, 2) = $ids">
      <xsl:sequence select="."/>
    </xsl:if>
  </xsl:template>

  <!-- Nodes cut at the breaks in them: one piece more than there are breaks. -->
  <xsl:function name="fp:cut" as="array(node()*)+">
    <xsl:param name="nodes" as="node()*"/>
    <xsl:param name="holders" as="map(xs:string, xs:boolean)"/>
    <xsl:iterate select="$nodes">
      <xsl:param name="done" as="array(node()*)*" select="()"/>
      <xsl:param name="open" as="node()*" select="()"/>
      <xsl:on-completion select="$done, [$open]"/>
      <xsl:variable name="holds" as="xs:boolean?" select="$holders(generate-id(.))"/>
      <xsl:variable name="parts" as="array(node()*)*" select="
          if (empty($holds)) then () else if ($holds) then ([()], [.])
          else fp:wrapped(., fp:cut(node(), $holders))"/>
      <xsl:next-iteration>
        <xsl:with-param name="done" select="
            if (empty($parts)) then $done
            else ($done, [($open, $parts[1]?1)], $parts[position() = 2 to last() - 1])"/>
        <xsl:with-param name="open"
            select="if (empty($parts)) then ($open, .) else $parts[last()]?1"/>
      </xsl:next-iteration>
    </xsl:iterate>
  </xsl:function>

  <!-- Each piece of an element in an element of its kind. -->
  <xsl:function name="fp:wrapped" as="array(node()*)+">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="pieces" as="array(node()*)+"/>
    <xsl:for-each select="$pieces">
      <xsl:variable name="piece" as="array(node()*)" select="."/>
      <xsl:variable name="is-first" as="xs:boolean" select="position() = 1"/>
      <xsl:variable name="wrapped" as="element()*">
        <xsl:for-each select="$element[exists($piece?1)]">
          <xsl:copy>
            <xsl:copy-of select="if ($is-first) then @* else @* except (@id, @class)"/>
            <xsl:if test="not($is-first)">
              <xsl:attribute name="class" select="@class, 'continued'"/>
            </xsl:if>
            <xsl:sequence select="$piece?1"/>
          </xsl:copy>
        </xsl:for-each>
      </xsl:variable>
      <xsl:sequence select="[$wrapped]"/>
    </xsl:for-each>
  </xsl:function>
</xsl:stylesheet>
