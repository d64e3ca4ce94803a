<?xml version="1.0" encoding="UTF-8"?>
<!-- Attributes: class, id, language and direction of every element, decided once.

     Classes are the TEI name, `type-` with @type and the common words for looks; a
     house style in CSS builds on them. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:x-octavo:functions"
    xmlns:fp="urn:x-octavo:functions-private"
    xmlns:m="urn:x-octavo:modes"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map">

  <xsl:mode name="m:attributes" on-no-match="shallow-skip" on-multiple-match="fail"/>

  <!-- Looks that @rend may ask for, in the words of encoders, and their classes. -->
  <xsl:variable name="fp:looks" as="map(xs:string, xs:string)" select="map{
      'i': 'italic', 'it': 'italic', 'italic': 'italic', 'italics': 'italic', 'b': 'bold',
      'bold': 'bold', 'bf': 'bold', 'sc': 'smallcaps', 'smallcaps': 'smallcaps',
      'small-caps': 'smallcaps', 'sup': 'super', 'super': 'super', 'superscript': 'super',
      'sub': 'sub', 'subscript': 'sub', 'u': 'underline', 'underline': 'underline',
      'underlined': 'underline', 'strike': 'strike', 'strikethrough': 'strike',
      'center': 'center', 'centre': 'center', 'centered': 'center', 'right': 'right',
      'left': 'left', 'indent': 'indent', 'indent1': 'indent', 'indent2': 'indent2',
      'indent3': 'indent3', 'spaced': 'spaced', 'gesperrt': 'spaced', 'g': 'spaced',
      'letterspaced': 'spaced', 'caps': 'caps', 'uppercase': 'caps', 'allcaps': 'caps',
      'plain': 'roman', 'roman': 'roman', 'normal': 'roman', 'small': 'small',
      'large': 'large', 'gothic': 'gothic', 'hanging': 'hanging', 'noindent': 'noindent',
      'initial': 'initial', 'dropcap': 'initial', 'monospace': 'mono', 'code': 'mono'}"/>

  <xsl:template match="*" mode="m:attributes" as="attribute()*">
    <xsl:variable name="class" select="f:class(.)" as="xs:string"/>
    <xsl:variable name="id" select="f:id(.)" as="xs:string?"/>
    <xsl:if test="$class">
      <xsl:attribute name="class" select="$class"/>
    </xsl:if>
    <xsl:if test="exists($id)">
      <xsl:attribute name="id" select="$id"/>
    </xsl:if>
    <xsl:if test="@xml:lang">
      <xsl:sequence select="f:language-of(.)"/>
    </xsl:if>
  </xsl:template>

  <!-- The class of an element: what it is, of which type, how it looks. The class `gen` says
       that the page adds something, so that the gender of a word cannot have it. -->
  <xsl:function name="f:class" as="xs:string" visibility="public">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="name" as="xs:string"
        select="if (map:contains($fp:nameless, local-name($element))) then '' else local-name($element)"/>
    <xsl:sequence select="
        if (not($element/@type or $element/@rend or $element/@rendition or $element/@place))
        then $name
        else string-join((
            $name[.],
            $element/@type ! fp:words('type-', .),
            $element/@place ! fp:words('place-', .),
            $element/(@rend, @rendition) ! fp:looks(.)), ' ')"/>
  </xsl:function>

  <!-- Elements whose name says no more than that of the element of HTML. -->
  <xsl:variable name="fp:nameless" static="yes" as="map(xs:string, xs:boolean)"
      select="map{'p': true(), 'row': true(), 'cell': true(), 'item': true(), 'gen': true()}"/>

  <!-- The language of an element, and the direction of its script. -->
  <xsl:function name="f:language-of" as="attribute()*" visibility="public">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="language" as="xs:string?"
        select="$element/ancestor-or-self::*[@xml:lang][1]/@xml:lang ! f:tag(.)"/>
    <xsl:if test="$language">
      <xsl:attribute name="lang" select="$language"/>
      <xsl:attribute name="dir" select="f:direction($language)"/>
    </xsl:if>
  </xsl:function>

  <!-- rtl for the languages and scripts written from right to left, else ltr. -->
  <xsl:function name="f:direction" as="xs:string" visibility="public">
    <xsl:param name="language" as="xs:string"/>
    <xsl:variable name="parts" select="tokenize(lower-case($language), '-')" as="xs:string*"/>
    <xsl:sequence select="
        if ($parts = 'latn') then 'ltr'
        else if ($parts = ('arab', 'hebr', 'syrc', 'thaa', 'nkoo', 'samr', 'mand'))
          then 'rtl'
        else if ($parts[1] = ('ar', 'arb', 'arc', 'ckb', 'dv', 'fa', 'he', 'iw', 'ji', 'ota',
            'ps', 'sd', 'syc', 'syr', 'ug', 'ur', 'yi'))
          then 'rtl'
        else 'ltr'"/>
  </xsl:function>

  <xsl:function name="fp:words" as="xs:string*">
    <xsl:param name="prefix" as="xs:string"/>
    <xsl:param name="words" as="xs:string"/>
    <xsl:sequence select="
        tokenize($words) ! replace(., '[^\p{L}\p{N}_-]+', '-')[.] ! ($prefix || .)"/>
  </xsl:function>

  <!-- Known words for looks become their class, others keep their name. -->
  <xsl:function name="fp:looks" as="xs:string*">
    <xsl:param name="words" as="xs:string"/>
    <xsl:sequence select="
        tokenize($words) ! (($fp:looks(lower-case(.)), fp:words('rend-', .))[1])"/>
  </xsl:function>
</xsl:stylesheet>
