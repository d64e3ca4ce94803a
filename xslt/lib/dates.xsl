<?xml version="1.0" encoding="UTF-8"?>
<!-- Dates: ISO dates of attributes in the words of the reader's language. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:x-octavo:functions"
    xmlns:fp="urn:x-octavo:functions-private">

  <!-- '1921-03-05' becomes '5 March 1921', '-0043' '44 BC'; other values stay. -->
  <xsl:function name="f:date" as="xs:string" visibility="public">
    <xsl:param name="iso" as="xs:string"/>
    <xsl:variable name="parts" as="xs:string*"
        select="analyze-string($iso, '^(-?\d{4})(-(\d\d))?(-(\d\d))?(T.*)?$')//*:group[@nr = (1, 3, 5)]"/>
    <xsl:variable name="month" as="xs:string?"
        select="$parts[2] ! f:label('month-' || number(.))"/>
    <xsl:sequence select="
        if (empty($parts)) then $iso
        else if (empty($month)) then fp:year($parts[1])
        else if (empty($parts[3])) then $month || ' ' || fp:year($parts[1])
        else f:phrase('date-order', (string(number($parts[3])), $month, fp:year($parts[1])))"/>
  </xsl:function>

  <!-- The date an element states: when, from and to, not before, not after. -->
  <xsl:function name="f:stated-date" as="xs:string?" visibility="public">
    <xsl:param name="element" as="element()?"/>
    <xsl:variable name="from" select="$element/(@from, @notBefore)[1]" as="attribute()?"/>
    <xsl:variable name="to" select="$element/(@to, @notAfter)[1]" as="attribute()?"/>
    <xsl:sequence select="
        if ($element/@when) then f:date($element/@when)
        else if ($element/@when-iso) then f:date($element/@when-iso)
        else if ($from and $to) then f:date($from) || '–' || f:date($to)
        else if ($from) then f:phrase('not-before', f:date($from))
        else if ($to) then f:phrase('not-after', f:date($to))
        else normalize-space($element)[.]"/>
  </xsl:function>

  <!-- Astronomical year 0 is 1 BC; leading zeros go. -->
  <xsl:function name="fp:year" as="xs:string">
    <xsl:param name="year" as="xs:string"/>
    <xsl:variable name="number" select="xs:integer($year)" as="xs:integer"/>
    <xsl:sequence select="
        if ($number gt 0) then string($number)
        else f:phrase('before-christ', string(1 - $number))"/>
  </xsl:function>
</xsl:stylesheet>
