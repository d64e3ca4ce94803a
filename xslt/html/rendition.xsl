<?xml version="1.0" encoding="UTF-8"?>
<!-- Rendition: the looks that a source describes in CSS, in @style or in the header, as far
     as they are looks.

     Only properties of type and of blocks, only plain values: nothing that loads, hides,
     moves or covers anything. Colours are mixed with those of the page, so that the text
     can be read in the light and in the dark. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:x-octavo:functions"
    xmlns:fp="urn:x-octavo:functions-private"
    xmlns:m="urn:x-octavo:modes"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map">

  <xsl:template match="*[@style or @rendition]" mode="m:attributes" as="attribute()*" priority="3">
    <xsl:variable name="style" as="xs:string"
        select="f:safe-style(string-join((fp:renditions(.), @style), ';'))"/>
    <xsl:next-match/>
    <xsl:if test="$style">
      <xsl:attribute name="style" select="$style"/>
    </xsl:if>
  </xsl:template>

  <!-- What the header says about the renditions that an element names. -->
  <xsl:function name="fp:renditions" as="xs:string*">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        for $name in tokenize($element/@rendition)[starts-with(., '#')] return
        key('f:element', substring($name, 2), root($element))[1]
          /self::rendition[not(@scope)][not(@scheme) or @scheme = 'css'] ! string()"/>
  </xsl:function>

  <!-- The declarations of a style that are safe, as one style. -->
  <xsl:function name="f:safe-style" as="xs:string" visibility="public">
    <xsl:param name="style" as="xs:string"/>
    <xsl:sequence select="
        string-join(tokenize($style, ';') ! fp:declaration(
          lower-case(normalize-space(substring-before(., ':'))),
          normalize-space(substring-after(., ':'))), '; ')"/>
  </xsl:function>

  <!-- Properties by the kind of their values. -->
  <xsl:variable name="fp:properties" as="map(xs:string, xs:string)" select="map:merge((
      tokenize('font-style font-weight font-variant font-variant-caps font-family text-align
        text-decoration text-decoration-line text-decoration-style text-transform
        vertical-align list-style-type border-style border-top-style border-bottom-style
        border-left-style border-right-style') ! map:entry(., 'word'),
      tokenize('font-size letter-spacing word-spacing line-height text-indent')
        ! map:entry(., 'length'),
      tokenize('margin margin-top margin-bottom margin-left margin-right padding padding-top
        padding-bottom padding-left padding-right border-width') ! map:entry(., 'size'),
      tokenize('border border-top border-bottom border-left border-right')
        ! map:entry(., 'border'),
      tokenize('color background-color border-color') ! map:entry(., 'colour')))"/>

  <xsl:variable name="fp:colour" as="xs:string"
      select="'(#[0-9a-fA-F]{3,8}|[a-zA-Z]+|(rgb|hsl)a?\([0-9.,%\s]+\))'"/>
  <xsl:variable name="fp:length" as="xs:string"
      select="'\d{0,2}(\.\d+)?(em|ex|rem|ch|pt|%)?|\d{1,3}px|100%|[a-z-]+'"/>

  <!-- Values by their kind: words, also quoted names of fonts; lengths of a few ems. -->
  <xsl:variable name="fp:values" as="map(xs:string, xs:string)" select="map{
      'word': '^[A-Za-z0-9 ,''-]{1,80}$',
      'length': '^-?(' || $fp:length || ')$',
      'size': '^(' || $fp:length || ')(\s+(' || $fp:length || ')){0,3}$',
      'border': '^(\d{1,2}(\.\d+)?(px|pt|em)\s*)?([a-z]+\s*)?(' || $fp:colour || ')?$',
      'colour': '^' || $fp:colour || '$'}"/>

  <xsl:function name="fp:declaration" as="xs:string?">
    <xsl:param name="property" as="xs:string"/>
    <xsl:param name="value" as="xs:string"/>
    <xsl:variable name="kind" as="xs:string?" select="$fp:properties($property)"/>
    <xsl:sequence select="
        if (empty($kind) or $value = '' or not(matches($value, $fp:values($kind)))) then ()
        else if ($property = 'color')
          then 'color: color-mix(in srgb, ' || $value || ' 75%, currentColor)'
        else if ($property = 'background-color')
          then 'background-color: color-mix(in srgb, ' || $value || ' 25%, transparent)'
        else $property || ': ' || $value"/>
  </xsl:function>
</xsl:stylesheet>
