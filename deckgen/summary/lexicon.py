"""The words that the summarizer knows, by language: connectives, fillers, chatter, hedges.

Patterns only. Those whose name ends in `_HEAD` are matched at the start of a clause, those in `_TAIL` at its end, the
others are searched for. All are linear: no nested repetition.
"""

from __future__ import annotations

import re

# --- what the guard protects -------------------------------------------------------------------------------------
NEGATION = re.compile(
    r"[不没無无未非别勿莫]|\b(?:no|not|never|none|neither|nor|cannot|without|hardly|barely)\b|n['’]t\b|않|못|없|아니|ない|ません|ぬ",
    re.IGNORECASE,
)
MODALITY = re.compile(
    r"可能|也许|或许|应该|大概|似乎|看起来|看来|好像|据说|听说|传闻|据|预计|估计|计划|打算|希望|建议|考虑|如果|假如|若|一旦|除非|只有|必须|需要|可以|仅|几乎|大约|大致|约|部分|少数|多数|大多|有些|一些|有的"
    r"|将(?:会|来)|尚|曾|试图|尝试|认为|表示"
    r"|\b(?:may|might|could|should|would|must|can|will|perhaps|maybe|probably|possibly|likely|seems?|appears?|reportedly|"
    r"allegedly|apparently|roughly|about|almost|nearly|only|some|most|few|plans?|hopes?|expects?|if|unless|until|rarely|sometimes|"
    r"partly|mostly|claims?|believes?|tries|tried|proposed?)\b",
    re.IGNORECASE,
)
NUMBER = re.compile(r"\d+(?:[.,]\d+)*")

# --- Chinese: what a bullet can shed ----------------------------------------------------------------------------
ZH_FILLER_HEAD = re.compile(
    r"(?:另外|此外|除此之外|同时|与此同时|当然|其实|实际上|事实上|基本上|总的来说|总体来说|总体而言|总体上|总之|总结下来|总而言之"
    r"|简单来说|简单的说|简单地说|具体来说|具体的来说|具体地说|具体而言|换句话说|也就是说|换言之|说实话|老实说|坦白说|不得不说"
    r"|值得一提的是|值得注意的是|需要注意的是|需要说明的是|需要指出的是|比较重要的是|更重要的是|有意思的是|有趣的是|众所周知|毫无疑问|不言而喻"
    r"|可见|由此可见|可以看到|可以看出|可以发现|可以说|我们知道|大家知道|大家都知道|我们可以看到|我们也看到|我们看到"
    r"|首先|其次|再次|最后|然后|接着|接下来|随后|而后|于是|所以|因此|因而|故而|由此|这样一来|而且|并且|并(?![非不])|以及|不过|然而|但是|但"
    r"|那么|那(?=[，,])|毕竟|不仅如此|突然想到|原来如此|说到这里|话说|而(?!是|且|不|非|后|言|易)|还有就是|一方面|另一方面|另一方面是|反正|例如|比如)"
    r"(?:呢|的是|的话)?[，,：:\s]*"
)
ZH_STANCE = re.compile(
    r"(?:我个人|个人|我们?|笔者|小编)(?:也|都|还|就|其实|一直)?(?:觉得|认为|感觉|以为|理解|猜测|看来)(?:[，,]|是)?|在(?:我|笔者)看来[，,]?"
    r"|我(?:们)?(?:也|还)?发现[，,]?"
)
ZH_WRAPPER_HEAD = re.compile(
    r"(?:演讲者|讲师|主讲人|嘉宾|作者|演讲中|会上|文中|报告中|视频里|topic中)(?:的(?:主要)?观点是|(?:还|也|又)?(?:认为|提到|指出|强调|说到?|谈到|表示|介绍说))了?[，,：:]?"
    r"|[A-Z][A-Za-z .]{1,24}(?:还|也|又)?(?:提到|指出|谈到|说到|介绍说)(?!了|过)[，,：:]?\s*"
    r"|从(?:这个|演讲者|他|上面|以上|中)[^，,]{0,12}?(?:可以看出|看出|可以看到|听出|可以听出|可见)[，,]?"
    r"|(?:给我(?:们)?的感觉|整体感觉|感觉)(?:依然|就)?是[，,：:]?"
)
ZH_FIELD_HEAD = re.compile(
    r"(?:内容)?(?:简介|评论|评价|点评|摘要|概述|简述|说明|总结|小结|介绍|背景|要点|备注|注|注释|原因|背景是这样|事情是这样|情况是这样|是这样)(?:是|如下)?\s*[：:]\s*"
    r"|(?:首先|先|下面|这里)?(?:来)?(?:给出|看看|看一下|说说|介绍一?下)[^，,：:]{1,14}[：:]\s*"
)
ZH_POINTER = re.compile(
    r"[，,、（(]?\s*(?:详细|具体|整体)?(?:的)?(?:可以|请|可)?(?:参见|参考|请看|请见|详见|见|看|如)"
    r"(?:以?[下上左右]?[图表]|以?下(?:面|文|方)?所示|[下上]文|以下|以上|下方?|所示|附图|附件|视频|原文|链接)"
    r"(?:\s?\d+)?(?:的?所?(?:示|列|述))?[）)]?(?=[，,。.；;：:！!）)\s]|$)"
)
ZH_LABEL_HEAD = re.compile(
    r"(?:首先|然后|接下来|下面|同时|另外|其中)?[，,]?(?:因为[^，,]{1,12}[，,])?"
    r"(?:先来?看看|来看看|来看|先来?看一下|看一下|我们?(?:来|再|就)?(?:简单|大概|大致)?(?:地|的)?(?:描述|介绍|总结|说明|列举|罗列|分析|看|列|说|讲)(?:一下|了|下|几点)?"
    r"|(?:这里|下面|以下)(?:就|也)?(?:有|是|为|给出|列出|列举|总结)?(?:了)?(?:一组|一个|一些|一份|几个|几点|几条)?)"
    r"(?:他的|她的|它的|其)?"
)
ZH_LABEL_TAIL = re.compile(
    r"(?:大致|大概|主要|具体)?(?:可以)?(?:有|包括|分为|为|是)?(?:如下|以下|下面)(?:所示|几[个种点条类]|内容|这些|这几[个点])?(?:的)?(?:方面|层次|部分|步骤|内容)?\s*$"
)
ZH_FILLER = re.compile(
    r"其实|基本上|说白了|当然了?(?=[，,])|(?:一个|一些)?(?:很|非常|挺|比较|特别|十分)(?:有意思|有趣|好玩|抢眼|给力|不错|高能)的(?:一个)?"
    r"|(?<=[演示绍论看试了])一下(?![子个])|竟然|居然|[：:；;]-?[)）]|\^_\^|[~～]+(?=$|[，,。！!\s])|[（(](?:笑|大笑|汗|逃|手动滑稽|钱)[)）]"
)

# --- Chinese: how clauses hang together -----------------------------------------------------------------------------
ZH_CONDITION_HEAD = re.compile(
    r"(?:另外|同时|但是?|而|不过|所以|因此|即|那么|并且|而且|然后|其中|特别是|尤其是|即便|比如|例如)?[，,]?"
    r"(?:如果|假如|假设|若是?(?!干)|要是|倘若|一旦|只要|只有|除非|即使|即便|哪怕|凡是|每当|当(?![前然时年天地中今场初])|考虑到|据|根据|按照?|在[^，,]{2,24}(?:下|时|时候|后|情况|场景)$)"
)
ZH_CONDITION_TAIL = re.compile(r"(?:的?时候?|之后|以后|的话|的情况下?|[^以之今先前最随]后|之前|以前|前提下|条件下)$")
ZH_CAUSE_HEAD = re.compile(r"(?:另外|同时|但是?|而|不过|并且|而且)?[，,]?(?:由于|因为|鉴于|既然|正是因为|正因为?)")
ZH_PREFACE_HEAD = re.compile(
    r"(?:另外|同时|但是?|而|不过|所以|因此|并且|而且|当然|其中)?[，,]?"
    r"(?:虽然|虽说|尽管|为了|随着|作为|对于|关于|针对|除了|不仅|不但|不光|不只|与其|相比|相对于|一方面|从[^，,]{1,20}(?:来看|来说|来讲|角度|出发|看)$|对[^，,]{1,14}(?:来说|而言|来讲|方面|上)$|在[^，,]{1,30}(?:中|里|上|方面|之中|之上|期间|大会|演讲|基础上)$|通过[^，,]{1,14}$|经过[^，,]{1,14}$|以[^，,]{1,10}为)"
)
ZH_CONTRAST_HEAD = re.compile(r"(?:但是?|但|却|不过|然而|只是|可是|可惜)")
ZH_HANGS_HEAD = re.compile(
    r"(?:而是|而不是|而非|而不|否则|不然|从而|进而|继而|以便|以免|以致|以至|以防|以求|以(?=[A-Za-z对解保满提实支应])|还是|或者?|或是|以及|和(?!A-Z)|与|及|甚至|反而|并非|也就是|换句话说|即|来(?=[区实解保满提支避完进做处生])"
    r"|导致|使得?|让|造成|引起|引发|带来|避免|防止|有助于|方便|进行|得不到|得到|这样(?!的)|这就|这使|这也|这会|这对|这是|就(?!是)|则|才|便(?!宜)|直到|直至|然后(?=[再将把才])|前者|后者|转化成|转换成|变成)"
)
ZH_THEN_HEAD = re.compile(r"(?:那么|那(?![些个种样])|就(?!是说)|则|才|便(?!宜)|方可|都(?=[会可能要将]))")
ZH_ADDS_HEAD = re.compile(r"(?:并且?|而且|还|也|又|再|且|同时|然后|接着|最后|此外|更|甚至|以及)")
ZH_EXAMPLE_HEAD = re.compile(
    r"(?:例如|比如|譬如|诸如|像(?!是?要)|如(?![果何今下图此同])|包括|尤其是?|特别是|其中包括|比方说|不管是?|无论是?|不论是?|换句话说|也就是说?|也可以认为是)"
)
ZH_OPEN_TAIL = re.compile(r"(?:[的地和与及或是为把将对给向在从被由让使以]|以及|或者|包括|例如|比如|通过|关于)$")
ZH_VERB_HEAD = re.compile(
    r"(?:介绍|演示|讲|提到|通过|将|把|让|使|用(?![户法例])|以|对|从|向|给|在|是|有|可以|能|会(?![议场])|要(?![求点])|需要|应该?|必须|希望|支持|提供|包括|包含|导致|避免|减少|增加|实现(?!的)|保证|保障|保护|"
    r"都|就|很|更|最(?!近|后|新)|已经?|没有?|不|无法|未(?!来)|被|由(?!于)|与|和|跟|去|只|仅|才|看|说|觉得|认为|发现|推动|丰富|扩展|扩大|解决|分为|位于|属于|成为|变|做|带来|引起|造成|满足|获得|获取|使用|使得|构建|管理(?!员)|处理|"
    r"转化|添加|选择|验证|停|启动|重启|关闭|修改|删除|查询|访问|发送|接收|返回|运行|部署|升级|迁移|替换|挂掉|预测|通知|检查|进行|负责|依赖|采用|利用|基于|结合|参与|参加|完成|达到|到达|处于|拥有|具备|具有|面临|受到|得到|降低|提高|提升|优化|改进|改善|增强|简化|统一|整合|集成|打通|打破|突破|尝试|考虑|讨论|分享|强调|分析|总结|研究|开发|发布|推出|宣布|加入|贡献|合入|尤其|特别|甚至|几乎|正在|正式|真的|竟然|也|还|并|又|再|且)"
)
ZH_FRAGMENT_TAIL = re.compile(r"的[^的，,]{1,6}$")
ZH_PRONOUN_HEAD = re.compile(
    r"(?:它们?|他们?|她们?|其(?![实他中次它余])|该|此(?!外)|这些?|这(?:个|种|样|里|时|一|次|两|几|也|是|对)|那(?:个|些|种|里|时|样)|前者|后者|后面|前面|上面|上述|以上|对此|另一个|另外一个|双方|两者|二者|有的|有些)"
)
ZH_SURE_PRONOUN_HEAD = re.compile(
    r"这次(?:会|峰会|大会|大家)?|该(?:项目|功能|方案|版本)|这(?:个|次|届)(?:峰会|大会|奖|演讲|topic|议题)"
)

# --- chatter ---------------------------------------------------------------------------------------------------------
CHATTER = re.compile(
    r"谢谢|感谢|鸣谢|致谢|转载|敬请|欢迎(?:关注|加入|大家|交流|留言|转发)|关注(?:我们|公众号)|公众号|官方微博|微博|编者[注按]|小编|点击|扫码|扫描|二维码|阅读原文|请(?:随时|记住|移步|点击|戳|看|参考|指出|大家|标明|注明)|指正"
    r"|见附图|有图有真相|上图，|话不多说|废话|闲话|言归正传|写在(?:最)?前面|个人立场|水平有限|能力有限|如有(?:不|错)|再见|再会|下次见|后会有期|(?:希望|期待)[^，,。]{0,6}(?:见～|见~|见！|见!|再见|相见|下一?次)|有兴趣的|感兴趣的(?:话|朋友|同学|读者|可以)|有福了|同学们?(?:可以|都应该)"
    r"|呵呵|哈哈|嘿嘿|嘻嘻|囧|好评|太给力|惊喜不断|美食|午餐|早餐|晚餐|晚饭|午饭|啤酒|好吃|小吃|合影|合照|抽奖|纪念品|T恤|时差|困意|熬夜|凌晨|晚宴|聚餐|酒会|旅游|天气|机票|酒店|排队|茶歇|举手|台风|发音|穿着|帅|美女|笑笑说|很释怀|敌人虎视眈眈|路漫漫|任督二脉|拯救世界|话题很火|第[一二三四五六七八九十\d]+[弹波辑]|一线(?:战报|快报)|干货|本文|本系列|这(?:个|一)?系列|系列(?:文章|发布)|今天(?:开始|就到|的?blog|先写)|未完待续|待续|下(?:一)?篇|后面的文章|后续文章"
    r"|\b(?:thank(?:s| you)|welcome|stay tuned|see you|cheers|lunch|dinner|breakfast|coffee|beer|jet ?lag|jetlag|hotel|flight|airport|weather|party|swag|t-shirts?|subscribe|follow (?:us|me)|click here|read more|sign up|enjoy(?:ed)?|delicious|fun fact|queue|selfie|in this (?:post|article|blog|series)|next post|haha|lol)\b"
    r"|감사|고맙|환영|점심|저녁 ?식사|맥주|커피|구독|링크|뵙겠|즐거운|맛있|ありがとう|感謝|お昼|ランチ|ビール|美味し|おいし|楽し|お楽しみ|それでは|また(?:次|来年|今度)|ご覧(?:くだ|下)|お疲れ",
    re.IGNORECASE,
)
ASIDE = re.compile(
    r"^(?:让(?:我|人|大家)(?:很|非常|都|们|十分|有点)?.{0,6}|很高能吧?|真(?:是|的)很?.{1,4}|一个突然的想法|原来如此|赫然.{0,20}|我(?:觉得|感觉)?(?:也)?(?:非常|很|挺|不太|有点|比较).{1,8}"
    r"|.{0,4}(?:不用|不需要)(?:太)?担心.{0,4}|你说.{0,6}吗|(?:不是|其实不是|其实没有|其实没有|没有|是)的?|答案是.{0,4}|很遗憾|遗憾的是|怎么办呢?|呵呵|哈哈+|嗯|好|好的|是的|对|(?:那|那么)?.{1,10}呢|换句话说.*|也就是(?!说).*|也可以认为是.*)$"
)
FIRST_PERSON = re.compile(
    r"我(?![们司国方军市省校])|我们|咱们|笔者|\b(?:I|I'm|I've|my|me|we|our|us)\b|나는|저는|제가|우리|私|僕"
)
SECOND_PERSON = re.compile(r"你|您|大家|同学|\byou(?:r|'re|'ll)?\b", re.IGNORECASE)
QUESTION = re.compile(r"[？?]\s*[”\"’』」)）]*\s*$|[吗呢么](?:[？?。，,]|$)|^(?:怎么|为什么|如何|是否|是不是|哪)")

# --- English ----------------------------------------------------------------------------------------------------------
EN_FILLER_HEAD = re.compile(
    r"(?:however|moreover|furthermore|in addition|additionally|also|besides|of course|in fact|actually|basically|essentially|overall|in general|generally speaking|in short|in summary|to sum up|in other words|that said|"
    r"on the other hand|first(?:ly)?|second(?:ly)?|third(?:ly)?|finally|lastly|then|next|so|thus|therefore|hence|consequently|as a result|accordingly|meanwhile|well|now|interestingly|surprisingly|unsurprisingly|importantly|notably|"
    r"to be honest|honestly|frankly|needless to say|as you (?:may|might)? ?know|as we (?:all )?know|as expected|for example|for instance|similarly|likewise|still|nevertheless|nonetheless|yet|and|but|or)(?:,\s*|(?<=\band)\s+|(?<=\bbut)\s+|(?<=\bor)\s+|(?<=\bso)\s+|(?<=\byet)\s+|(?<=\balso)\s+|(?<=\bthen)\s+)",
    re.IGNORECASE,
)
EN_STANCE_HEAD = re.compile(
    r"(?:I (?:personally |really |also )?(?:think|believe|feel|guess|found|noticed|would say) (?:that )?|(?:in my (?:humble )?opinion|personally|to me|for me),\s*|it (?:is|was) (?:worth noting|interesting|clear|obvious) (?:to (?:note|see) )?that |"
    r"(?:one|an?other) (?:interesting|important|notable|key) (?:point|thing|fact|takeaway) (?:is|was) that |the (?:interesting|important|key|main) (?:point|thing|part|takeaway) (?:is|was) that |"
    r"as (?:[A-Z]\w+ ){1,3}(?:said|says|noted|mentioned|explained|pointed out|put it),\s*)"
)
EN_POINTER = re.compile(
    r",?\s*\(?(?:as (?:shown|seen|illustrated|depicted|listed|described)?\s*(?:in the (?:figure|picture|diagram|table|image|photo|slide|screenshot)|below|above|here)"
    r"|(?:see|shown in|in) (?:the )?(?:figure|picture|diagram|table|image|photo|slide|screenshot)(?: \d+)?(?: (?:below|above))?|see below|see above|\((?:below|above|left|right)\)|as follows)\)?",
    re.IGNORECASE,
)
EN_LABEL_HEAD = re.compile(
    r"(?:here (?:is|are)|here's|below (?:is|are)|these are|the following (?:is|are)|let's (?:look at|see)|let us (?:look at|see)|i (?:will|would like to|'ll) (?:list|describe))\s+",
    re.IGNORECASE,
)
EN_LABEL_TAIL = re.compile(
    r"\s*(?:,?\s*(?:as follows|as below|(?:is|are|include|includes) the following|are|is|include|includes|were|was|the following|below))\s*$",
    re.IGNORECASE,
)
EN_BREAK = re.compile(
    r"\s*(?P<mark>;|\s[–—-]{1,2}(?=\s)|—|,)\s+(?=(?P<word>\w+))|\s+(?=(?P<conj>because|although|though|whereas|unless|while|if|when|so that)\b)"
)
EN_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|can|could|should|would|may|might|must|does|do|did|isn't|aren't|don't|doesn't|won't|can't|\w{3,}ed|makes?|takes?|gives?|gets?|needs?|uses?|runs?|wants?|says?|shows?|works?|allows?|brings?|"
    r"provides?|supports?|becomes?|became|came|comes?|went|goes|made|took|gave|got|ran|said|saw|grew|grows?|built|builds?|found|kept|keeps?|led|leads?|means?|lets?|helps?|remains?|starts?|began|begins?)\b",
    re.IGNORECASE,
)
EN_SUBJECT_HEAD = re.compile(
    r"(?:and |so |yet |or )?(?:we|they|it|he|she|this|that|these|those|the|a|an|there|you|its|our|their|his|her|each|every|all|both|many|most|some|one|two|[A-Z]\w*)\b"
)
EN_JOIN_HEAD = re.compile(r"(?:and|or|but|so|yet|nor)\b", re.IGNORECASE)
EN_CONTRAST_HEAD = re.compile(
    r"(?:but|although|though|whereas|while|yet|except|unless|however|if|when|until|only|even|not)\b", re.IGNORECASE
)
EN_RELATIVE_HEAD = re.compile(r"(?:which|who|whose|where|whom)\b", re.IGNORECASE)
EN_PARTICIPLE_HEAD = re.compile(
    r"(?:thus |thereby |even |often |usually )?(?!during\b|bring\b|string\b|being\b|king\b)[a-z]{3,}ing\b"
)
EN_EXAMPLE_HEAD = re.compile(
    r"(?:such as|including|e\.g\.|for example|for instance|especially|particularly|in particular|namely|i\.e\.|like\b)",
    re.IGNORECASE,
)
EN_REASON_HEAD = re.compile(r"(?:because|since|as|so that|given|thanks to|due to)\b", re.IGNORECASE)
EN_OPENING_HEAD = re.compile(
    r"(?:if|when|while|once|as soon as|unless|although|though|because|since|after|before|given|until|whenever|even if|despite|instead of|rather than|in|at|on|for|with|without|during|as|by|to|from|under|over|according to|thanks to|due to|compared to|today|yesterday|currently|recently|now|last)\b",
    re.IGNORECASE,
)
EN_PRONOUN_HEAD = re.compile(
    r"(?:it|this|these|those|they|he|she|such|its|their|his|her|both of them|the (?:latter|former|above|same))\b",
    re.IGNORECASE,
)
ABBREVIATION = re.compile(
    r"(?:\b(?:e\.g|i\.e|etc|vs|mr|mrs|ms|dr|prof|no|fig|al|inc|ltd|corp|approx|st|jr|sr|v|vol|dept|u\.s|a\.m|p\.m|resp|cf|ca)|\b[A-Z])\.$",
    re.IGNORECASE,
)

# --- Korean and Japanese: only what stands at the head, set off from the rest --------------------------------------------
KO_FILLER_HEAD = re.compile(
    r"(?:그리고|하지만|그러나|그런데|또한|또|그래서|따라서|즉|특히|한편|물론|사실|먼저|우선|마지막으로|결국|참고로),?\s+"
)
JA_FILLER_HEAD = re.compile(
    r"(?:また|さらに|しかし|そして|一方で?|ただし|なお|ちなみに|つまり|実は|実際に?|もちろん|まず|次に|最後に|そのため|したがって|なので|ところで|そこで|それから|とりあえず)、"
)
KOJA_PRONOUN_HEAD = re.compile(
    r"(?:이는|이것은|그것은|이런|그런|이러한|그러한|그는|그녀는|これ[はらが]|それ[はらが]|この|その|彼[はらが]|こう|そう)"
)
KOJA_POINTER = re.compile(
    r"(?:아래|위|다음)\s?(?:그림|사진|표)[^\s]*\s?|(?:下|上|次)の?(?:図|写真|表)(?:の(?:よう(?:に|な)|とおり))?[、]?"
)
