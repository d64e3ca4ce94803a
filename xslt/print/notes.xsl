<?xml version="1.0" encoding="UTF-8"?>
<!-- Notes: at the foot of the page of their call, or at the end of the text. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:x-octavo:functions"
    xmlns:fp="urn:x-octavo:functions-private:print"
    xmlns:m="urn:x-octavo:modes"
    xmlns:v="urn:x-octavo:variables"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map">

  <!-- The first call of a note brings the note, a further one repeats its sign. -->
  <xsl:template match="note[f:is-call(.)] | ref[f:is-call(.)] | ptr[f:is-call(.)]"
      mode="m:print" as="xs:string*" priority="10">
    <xsl:param name="short" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:param name="reach" as="map(xs:string, xs:string)" select="map{}" tunnel="yes"/>
    <xsl:variable name="first" as="element()" select="f:calls-of(f:called(.))[1]"/>
    <xsl:variable name="sign" as="xs:string" select="f:literal(fp:sign-of(.))"/>
    <xsl:choose>
      <xsl:when test="$short"/>
      <xsl:when test=". is $first">
        <xsl:text>{if ($notes = 'foot') then 'note(' else 'end-call('}</xsl:text>
        <xsl:text>{f:literal(fp:call-id(.))}, {f:literal(fp:note-id(.))}, {$sign}</xsl:text>
        <xsl:if test="$notes = 'foot'">
          <xsl:text>, {$reach(generate-id())}{'stacked: true, '[$v:has-apparatus]}{{</xsl:text>
          <xsl:call-template name="fp:note-text"/>
          <xsl:text>}}</xsl:text>
        </xsl:if>
        <xsl:text>);</xsl:text>
      </xsl:when>
      <xsl:otherwise>raised(to({f:literal(fp:call-id($first))}, {$sign}));</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- What the template must know to keep the notes called among nodes on the pages of
       their calls, by the ids of the calls. Where readings share the foot of the page,
       whether there are several. -->
  <xsl:function name="fp:reach" as="map(xs:string, xs:string)">
    <xsl:param name="nodes" as="node()*"/>
    <xsl:variable name="calls" as="element()*" select="fp:foot-calls($nodes)"/>
    <xsl:variable name="option" as="xs:string"
        select="if (count(fp:called-notes($nodes)) gt 1) then 'crowded: true, ' else ''"/>
    <xsl:sequence select="
        if (exists($facing)) then map{}
        else if ($v:has-apparatus) then map:merge($calls ! map:entry(generate-id(), $option))
        else fp:reach-in-characters($nodes, $calls)"/>
  </xsl:function>

  <!-- Otherwise where they are called, and how long they are, in characters. -->
  <xsl:function name="fp:reach-in-characters" as="map(xs:string, xs:string)">
    <xsl:param name="nodes" as="node()*"/>
    <xsl:param name="calls" as="element()*"/>
    <xsl:variable name="all" as="map(*)*"
        select="if (exists($calls)) then fp:call-places($nodes, $calls) else ()"/>
    <xsl:variable name="places" as="map(*)*" select="$all[position() lt last()]"/>
    <xsl:map>
      <xsl:for-each select="$places">
        <xsl:variable name="here" as="map(*)" select="."/>
        <xsl:variable name="number" as="xs:integer" select="position()"/>
        <xsl:variable name="next" as="xs:string*" select="
            for $other in subsequence($places, $number + 1, 9)[?before - $here?before le 200]
            return '(' || $other?before - $here?before || ', ' || $other?length || '), '"/>
        <xsl:map-entry key="?id" select="
            'before: ' || ?before || ', after: ' || $all[last()]?before - ?before || ', length: '
              || ?length || ', ' || ('next: (' || string-join($next) || '), ')[exists($next)]"/>
      </xsl:for-each>
    </xsl:map>
  </xsl:function>

  <!-- For each call how many characters are before it, and the length of its note; at the
       end how many there are in all. -->
  <xsl:function name="fp:call-places" as="map(*)*">
    <xsl:param name="nodes" as="node()*"/>
    <xsl:param name="calls" as="element()*"/>
    <xsl:iterate select="
        $nodes/descendant-or-self::node()[self::text() or self::note or self::ref or self::ptr]
          except $calls/descendant::node()">
      <xsl:param name="before" as="xs:integer" select="0"/>
      <xsl:on-completion>
        <xsl:sequence select="map{'before': $before}"/>
      </xsl:on-completion>
      <xsl:if test="some $call in $calls satisfies $call is .">
        <xsl:sequence select="map{'id': generate-id(), 'before': $before,
            'length': string-length(normalize-space(f:called(.)))}"/>
      </xsl:if>
      <xsl:next-iteration>
        <xsl:with-param name="before"
            select="$before + string-length(self::text() ! normalize-space())"/>
      </xsl:next-iteration>
    </xsl:iterate>
  </xsl:function>

  <!-- The words of a note; the first of several paragraphs goes on after the sign. -->
  <xsl:template name="fp:note-text" as="xs:string*">
    <xsl:variable name="note" as="element()" select="f:called(.)"/>
    <xsl:variable name="first" as="node()*" select="fp:first-words($note)"/>
    <xsl:sequence select="fp:anchor($first[1]/parent::p)"/>
    <xsl:apply-templates select="$first" mode="m:print">
      <xsl:with-param name="in-note" select="fp:sign-of(.)" tunnel="yes"/>
      <xsl:with-param name="inset" select="0" tunnel="yes"/>
    </xsl:apply-templates>
    <xsl:call-template name="fp:flow">
      <xsl:with-param name="nodes" select="
          (if ($first/parent::p) then $first/parent::p/node() except $first else (),
           $note/node() except ($first, $first/parent::p))"/>
      <xsl:with-param name="indented" select="true()"/>
      <xsl:with-param name="in-note" select="fp:sign-of(.)" tunnel="yes"/>
      <xsl:with-param name="inset" select="0" tunnel="yes"/>
    </xsl:call-template>
  </xsl:template>

  <!-- Notes at the end of their chapter. -->
  <xsl:template name="fp:chapter-notes" as="xs:string*">
    <xsl:variable name="calls" as="element()*" select="fp:first-calls(.)"/>
    <xsl:if test="exists($calls)">
      <xsl:variable name="title" as="xs:string" select="f:literal(f:label('notes'))"/>
      <xsl:text>#section({f:literal('notes-' || fp:id(.))}, {fp:level(.) + 1}, 1, {$title}, </xsl:text>
      <xsl:text>heading-line("title", {$title}))&#10;</xsl:text>
      <xsl:for-each select="$calls">
        <xsl:call-template name="fp:endnote"/>
      </xsl:for-each>
    </xsl:if>
  </xsl:template>

  <!-- The calls in a part of the text that bring their notes. -->
  <xsl:function name="fp:first-calls" as="element()*">
    <xsl:param name="part" as="element()*"/>
    <xsl:sequence select="f:calls($part)[. is f:calls-of(f:called(.))[1]]"/>
  </xsl:function>

  <xsl:template name="fp:endnote" as="xs:string*">
    <xsl:text>#end-note({f:literal(fp:call-id(.))}, {f:literal(fp:note-id(.))}, </xsl:text>
    <xsl:text>{f:literal(fp:sign-of(.))}, {{</xsl:text>
    <xsl:call-template name="fp:note-text"/>
    <xsl:text>}})&#10;</xsl:text>
  </xsl:template>

  <!-- Notes at the end of the book, by chapters: all, or those outside of any. -->
  <xsl:template name="fp:endnotes" as="xs:string*">
    <xsl:variable name="calls" as="element()*" select="
        if ($notes = 'foot') then ()
        else fp:first-calls(//text[not(ancestor::text)])[$notes = 'end'
          or not(fp:chapter(.) ! fp:kind(.) = 'chapter')]"/>
    <xsl:variable name="title" as="xs:string" select="f:literal(f:label('notes'))"/>
    <xsl:if test="exists($calls)">
      <xsl:text>#chapter("endnotes", 1, {$title}, heading-line("title", {$title}))&#10;</xsl:text>
    </xsl:if>
    <xsl:for-each-group group-adjacent="(fp:chapter(.) ! fp:id(.), '')[1]"
        select="$calls">
      <xsl:variable name="chapter" as="element()?" select="fp:chapter(.)"/>
      <xsl:if test="$chapter">
        <xsl:variable name="head" select="f:literal(f:title($chapter))" as="xs:string"/>
        <xsl:text>#section({f:literal('notes-' || fp:id($chapter))}, 2, 1, {$head}, </xsl:text>
        <xsl:text>heading-line("title", {$head}))&#10;</xsl:text>
      </xsl:if>
      <xsl:for-each select="current-group()">
        <xsl:call-template name="fp:endnote"/>
      </xsl:for-each>
    </xsl:for-each-group>
  </xsl:template>

  <!-- The part or chapter in which a note is called. -->
  <xsl:function name="fp:chapter" as="element()?">
    <xsl:param name="call" as="element()"/>
    <xsl:sequence select="
        $call/ancestor::*[fp:is-division(.)][fp:kind(.) != 'section'][1]"/>
  </xsl:function>

  <!-- Where author and editor both have notes, those of the author get letters and
       those of the editor numbers, from the beginning in each chapter. -->
  <xsl:variable name="v:has-series" as="xs:boolean" select="
      let $series := //text//note/f:series(.) return $series = 'author' and $series != 'author'"/>

  <xsl:accumulator name="fp:author-call" as="xs:integer" initial-value="0">
    <xsl:accumulator-rule match="div | div1"
        select="if (fp:kind(.) = 'section') then $value else 0"/>
    <xsl:accumulator-rule match="text//note[f:is-call(.)]"
        select="$value + (if (f:series(.) = 'author') then 1 else 0)"/>
  </xsl:accumulator>
  <xsl:accumulator name="fp:editor-call" as="xs:integer" initial-value="0">
    <xsl:accumulator-rule match="div | div1"
        select="if (fp:kind(.) = 'section') then $value else 0"/>
    <xsl:accumulator-rule match="text//note[f:is-call(.)]"
        select="$value + (if (f:series(.) = 'author') then 0 else 1)"/>
  </xsl:accumulator>

  <xsl:function name="fp:sign-of" as="xs:string">
    <xsl:param name="call" as="element()"/>
    <xsl:choose>
      <xsl:when test="not($v:has-series) or $call/@n or $call/self::ref">
        <xsl:sequence select="f:sign($call)"/>
      </xsl:when>
      <xsl:when test="f:series(f:called($call)) = 'author'">
        <xsl:number value="$call/accumulator-before('fp:author-call')" format="a"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="string($call/accumulator-before('fp:editor-call'))"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

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
    <xsl:call-template name="fp:content"/>
  </xsl:template>
</xsl:stylesheet>
