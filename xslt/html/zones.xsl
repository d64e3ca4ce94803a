<?xml version="1.0" encoding="UTF-8"?>
<!-- Zones: the regions of an image that lead to their places in the text, drawn over it.

     Pointing at one marks its words and the other way round, by style sheet alone. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    xmlns="http://www.w3.org/1999/xhtml"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:x-octavo:functions"
    xmlns:fp="urn:x-octavo:functions-private"
    xmlns:m="urn:x-octavo:modes">

  <xsl:key name="fp:on-zone" match="text//*[@facs][not(self::pb)]"
      use="tokenize(@facs)[starts-with(., '#')] ! substring(., 2)"/>

  <!-- The zones of a surface that have a name and a shape. -->
  <xsl:function name="fp:zones" as="element()*">
    <xsl:param name="surface" as="element()?"/>
    <xsl:sequence select="
        $surface//zone[matches(@xml:id, '^[\p{L}_][\p{L}\p{N}._-]*$')][fp:points(.)]"/>
  </xsl:function>

  <!-- The corners of a zone: as written, or of its rectangle. -->
  <xsl:function name="fp:points" as="xs:string?">
    <xsl:param name="zone" as="element()"/>
    <xsl:variable name="box" as="xs:double*" select="fp:corners($zone)"/>
    <xsl:sequence select="
        if (matches($zone/@points, '^[0-9\s,.-]+$')) then normalize-space($zone/@points)
        else if (exists($box)) then string-join(
          (($box[1], $box[2]), ($box[3], $box[2]), ($box[3], $box[4]), ($box[1], $box[4])), ' ')
        else ()"/>
  </xsl:function>

  <!-- Left, top, right, bottom; nothing if one is missing or no number. -->
  <xsl:function name="fp:corners" as="xs:double*">
    <xsl:param name="element" as="element()?"/>
    <xsl:variable name="stated" as="xs:double*" select="
        for $side in ($element/@ulx, $element/@uly, $element/@lrx, $element/@lry)
        return $side[. castable as xs:double] ! xs:double(.)"/>
    <xsl:sequence select="$stated[count($stated) = 4 and $stated[3] gt $stated[1]
        and $stated[4] gt $stated[2]]"/>
  </xsl:function>

  <!-- The coordinates of an image: those of its surface, else its size. -->
  <xsl:function name="fp:coordinates" as="xs:double*">
    <xsl:param name="surface" as="element()?"/>
    <xsl:param name="scan" as="node()?"/>
    <xsl:variable name="size" as="xs:string*" select="
        (f:known-image(fp:url($scan)), $scan/self::element())[@width and @height][1]
          /(@width, @height) ! replace(., 'px$', '')"/>
    <xsl:sequence select="
        if (exists(fp:corners($surface))) then fp:corners($surface)
        else if (count($size[. castable as xs:double]) = 2) then (0, 0, $size ! xs:double(.))
        else ()"/>
  </xsl:function>

  <!-- The drawing over an image. -->
  <xsl:template name="fp:overlay" as="element()?">
    <xsl:param name="surface" as="element()?"/>
    <xsl:param name="scan" as="node()?"/>
    <xsl:variable name="frame" as="xs:double*" select="fp:coordinates($surface, $scan)"/>
    <xsl:variable name="zones" as="element()*" select="fp:zones($surface)"/>
    <xsl:if test="exists($frame) and exists($zones)">
      <svg xmlns="http://www.w3.org/2000/svg" class="zones" preserveAspectRatio="none"
          viewBox="{$frame[1], $frame[2], $frame[3] - $frame[1], $frame[4] - $frame[2]}">
        <xsl:for-each select="$zones">
          <xsl:variable name="place" as="element()?" select="fp:text-on(.)"/>
          <xsl:element name="{if ($place) then 'a' else 'g'}" namespace="http://www.w3.org/2000/svg">
            <xsl:attribute name="id" select="'zone-' || @xml:id"/>
            <xsl:sequence select="$place ! fp:zone-link(., fp:zone-name(current(), .))"/>
            <title>{fp:zone-name(., $place)}</title>
            <polygon points="{fp:points(.)}"/>
          </xsl:element>
        </xsl:for-each>
      </svg>
    </xsl:if>
  </xsl:template>

  <xsl:function name="fp:zone-link" as="attribute()+">
    <xsl:param name="place" as="element()"/>
    <xsl:param name="name" as="xs:string"/>
    <xsl:attribute name="href" select="'#' || fp:id-on($place)"/>
    <xsl:attribute name="aria-label" select="$name"/>
  </xsl:function>

  <!-- The element of the text that stands on a zone; one of a source document is itself
       the text. -->
  <xsl:function name="fp:text-on" as="element()?">
    <xsl:param name="zone" as="element()"/>
    <xsl:sequence select="
        (key('fp:on-zone', $zone/@xml:id, root($zone)),
         $zone[ancestor::sourceDoc][normalize-space()])[1]"/>
  </xsl:function>
  <xsl:function name="fp:id-on" as="xs:string">
    <xsl:param name="place" as="element()"/>
    <xsl:sequence select="
        (f:id($place), 'on-' || substring-after(tokenize($place/@facs)[1], '#'))[1]"/>
  </xsl:function>

  <!-- A zone is called by the first words on it. -->
  <xsl:function name="fp:zone-name" as="xs:string">
    <xsl:param name="zone" as="element()"/>
    <xsl:param name="place" as="element()?"/>
    <xsl:variable name="words" as="xs:string*" select="
        if ($place/self::lb) then tokenize(fp:line($place)) else tokenize(f:plain($place/node()))"/>
    <xsl:sequence select="
        (string-join($words[position() le 6], ' ')[.] || ' …'[count($words) gt 6],
         $zone/(desc | label) ! f:plain(.), $zone/@type ! string(), f:label('region'))[. != ''][1]"/>
  </xsl:function>
  <xsl:function name="fp:line" as="xs:string">
    <xsl:param name="break" as="element()"/>
    <xsl:variable name="next" as="element()?" select="$break/following-sibling::lb[1]"/>
    <xsl:sequence select="f:plain(
        $break/following-sibling::node()[empty($next) or . &lt;&lt; $next])"/>
  </xsl:function>

  <!-- What stands on a zone says so, in the facsimile view. -->
  <xsl:template match="*[@facs]" mode="m:attributes" as="attribute()*" priority="2">
    <xsl:param name="facsimile" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:next-match/>
    <xsl:if test="$facsimile">
      <xsl:if test="empty(f:id(.))">
        <xsl:attribute name="id" select="fp:id-on(.)"/>
      </xsl:if>
      <xsl:attribute name="data-zones" select="tokenize(@facs) ! substring-after(., '#')"/>
    </xsl:if>
  </xsl:template>
  <xsl:template match="sourceDoc//zone[@xml:id]" mode="m:attributes" as="attribute()*" priority="2">
    <xsl:next-match/>
    <xsl:attribute name="data-zones" select="@xml:id"/>
  </xsl:template>

  <!-- Lines of the page: broken where the source breaks them, each with a way to its zone. -->
  <xsl:template match="lb[@facs]" as="node()*" priority="1">
    <xsl:param name="facsimile" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:choose>
      <xsl:when test="$facsimile and f:target(@facs)/self::zone">
        <xsl:if test="preceding-sibling::node()[normalize-space()]">
          <br/>
        </xsl:if>
        <a class="line-zone gen" id="{fp:id-on(.)}" href="#zone-{substring-after(@facs, '#')}"
            data-zones="{substring-after(@facs, '#')}"
            aria-label="{f:phrase('line-n', (@n, f:label('region'))[1])}">·</a>
      </xsl:when>
      <xsl:otherwise>
        <xsl:next-match/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The rules that mark a zone and its words together. -->
  <xsl:function name="fp:zone-rules" as="element()?">
    <xsl:param name="surface" as="element()?"/>
    <xsl:variable name="zones" as="element()*" select="fp:zones($surface)"/>
    <xsl:if test="exists($zones)">
      <style>
        <xsl:for-each select="$zones">
          <xsl:variable name="id" as="xs:string" select="string(@xml:id)"/>
          <xsl:text>.spread:has([data-zones~="{$id}"]:is(:hover, :focus)) [id="zone-{$id}"] polygon </xsl:text>
          <xsl:text>{{ fill-opacity: .3; stroke-opacity: 1; }}&#10;</xsl:text>
          <xsl:text>.spread:has([id="zone-{$id}"]:is(:hover, :focus)) [data-zones~="{$id}"] </xsl:text>
          <xsl:text>{{ background: var(--mark); }}&#10;</xsl:text>
        </xsl:for-each>
      </style>
    </xsl:if>
  </xsl:function>
</xsl:stylesheet>
